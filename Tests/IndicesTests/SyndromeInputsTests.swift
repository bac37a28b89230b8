import Domain
import Testing

@testable import Indices

/// What definitions say that they ask for is what they ask for.
@Suite struct SyndromeInputsTests {
  /// Random people, among them unknown, not fasting, dialysed and with values that are only limits.
  private func people(_ count: Int) -> PanelBlock {
    var block = PanelBlock(
      visits: (0..<count).map { VisitIdentity(row: Int64($0), patient: Int64($0), ordinal: 1, day: nil, randomKey: 0) })
    var random = RandomStream(key: 6, purpose: 6, draw: 0)
    for row in 0..<count {
      block.age[row] = 50
      for analyte in Analyte.allCases where random.uniform() < 0.6 {
        let info = analyte.info
        let low = info.referenceLow ?? info.plausible.lowerBound
        let high = info.referenceHigh ?? info.plausible.upperBound
        // Around the limits for women and men, where sex decides.
        let value = analyte == .hdl ? 0.7 + 0.8 * random.uniform() : low + (high - low) * 1.5 * random.uniform()
        let status: ValueStatus =
          random.uniform() < 0.8 ? .measured : random.uniform() < 0.5 ? .belowLimit : .aboveLimit
        block[analyte, row] = LabValue(value: value, reported: value, status: status)
      }
      for covariate in Covariate.allCases {
        block[covariate, row] = UInt8(random.uniform() * Double(covariate.codes.count))
      }
    }
    return block
  }

  /// Taking away or changing what is not among them changes nothing, and nothing else is said to be missing.
  @Test func nothingElseCounts() {
    let block = people(400)
    for syndrome in SyndromeRegistry.all {
      let (id, inputs) = (syndrome.definition.id, syndrome.definition.inputs)
      var stripped = block
      for row in 0..<block.count {
        for analyte in Analyte.allCases where !inputs.contains(InputSet(analyte)) { stripped[analyte, row] = .missing }
        for covariate in Covariate.allCases where !inputs.contains(InputSet(covariate)) { stripped[covariate, row] = 0 }
      }
      for row in 0..<block.count {
        let value = syndrome.evaluate(block[row])
        #expect(value == syndrome.evaluate(stripped[row]), "\(id) \(row)")
        #expect(value.missing.isSubset(of: inputs), "\(id) \(value.missing.subtracting(inputs).names)")
      }
    }
  }

  private func missing(_ syndrome: any Syndrome.Type, _ visit: TestVisit) -> InputSet {
    syndrome.evaluate(visit.row).missing
  }

  /// What is named could settle it, and what could is named.
  @Test func namesWhatCouldSettleIt() {
    let pressed = TestVisit().with(.sex, "male").with(.bmi, 26).with(.glucose, 5.5).with(.triglyceride, 2).with(
      .hdl, 1.3
    )
    .with(.diabetes, "none").with(.sbp, 129).with(.dbp, 80)
    #expect(missing(MetSCDS2004.self, pressed) == [InputSet(.drugBloodPressure), InputSet(.hypertension)])
    #expect(MetSCDS2004.evaluate(pressed.with(.hypertension, "no").row).strict == .absent)
    #expect(missing(MetSCDS2004.self, pressed.without(.dbp)).contains(InputSet(.dbp)))
    // With glucose before and after a load, only a clamp could tell.
    let clamped = TestVisit().with(.sex, "male").with(.bmi, 32).with(.triglyceride, 2).with(.hdl, 1).with(.glucose, 5)
      .with(.glucose2h, 6).with(.diabetes, "none").with(.drugBloodPressure, "no").with(.sbp, 120).with(.dbp, 70)
      .with(.uacr, 1, "mg/mmol")
    #expect(MetSWHO1999.evaluate(clamped.row).strict == .undetermined)
    #expect(missing(MetSWHO1999.self, clamped).isEmpty)
    #expect(missing(MetSWHO1999.self, clamped.without(.glucose2h)) == InputSet(.glucose2h))
  }

  /// Insulin of a person whose kidneys may clear less of it says nothing (EGIR): an eGFR below 61 may be below 60.
  @Test func aLimitOfFiltrationLeavesInsulinOpen() {
    let resistant = TestVisit().with(.sex, "female").with(.insulin, 19, "uU/mL").with(.waist, 101)
      .with(.triglyceride, 221, "mg/dL").with(.diabetes, "none")
    #expect(MetSEGIR1999.evaluate(resistant.row).strict == .present)
    for (value, status) in [(30.5, ValueStatus.belowLimit), (45, .aboveLimit)] {
      let open = MetSEGIR1999.evaluate(resistant.with(.egfr, value, nil, status).row)
      #expect(open.strict == .undetermined && open.measured == .undetermined && open.missing == InputSet(.egfr))
    }
    #expect(MetSEGIR1999.evaluate(resistant.with(.egfr, 60, nil, .aboveLimit).row).strict == .present)
    #expect(missing(MetSEGIR1999.self, resistant.with(.egfr, 22.5, nil, .belowLimit)).isEmpty, "nothing tells more")
  }

  /// Each of them can change an answer: none is named in vain.
  @Test func eachOfThemCounts() {
    let block = people(3000)
    for syndrome in SyndromeRegistry.all {
      let values = (0..<block.count).map { syndrome.evaluate(block[$0]) }
      for criterion in syndrome.definition.criteria where criterion.inputs.isEmpty { Issue.record("\(criterion.id)") }
      func counts(_ change: (inout PanelBlock, Int) -> Void) -> Bool {
        var changed = block
        for row in 0..<block.count { change(&changed, row) }
        return (0..<block.count).contains { syndrome.evaluate(changed[$0]) != values[$0] }
      }
      let inputs = syndrome.definition.inputs
      for analyte in Analyte.allCases where inputs.contains(InputSet(analyte)) {
        #expect(counts { $0[analyte, $1] = .missing }, "\(syndrome.definition.id) \(analyte)")
      }
      for covariate in Covariate.allCases where inputs.contains(InputSet(covariate)) {
        #expect(counts { $0[covariate, $1] = 0 }, "\(syndrome.definition.id) \(covariate)")
      }
    }
  }
}

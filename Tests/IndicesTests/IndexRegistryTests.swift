import Domain
import Testing

@testable import Indices

/// What holds for every index, tried on visits drawn at random (with a fixed key) and on hostile numbers.
@Suite struct IndexRegistryTests {
  /// Column names as promised for patients.csv, and their form.
  @Test func namesItsColumns() {
    let ids = IndexRegistry.definitions.map(\.id)
    #expect(
      ids.prefix(13) == [
        "egfr", "bmi", "egfr_ckdepi_2021", "ckd_g", "ckd_a", "homa_ir", "homa_b", "quicki", "tyg", "lep_adipo",
        "adipo_ir", "gnri", "gnri_lorentz",
      ])
    for id in [
      "mets_ir", "vai", "fib4", "egfr_ekfc", "kfre8_5y_other", "prevent_hf_10y_full", "conut", "pew", "mets_z_wc",
    ] {
      #expect(ids.contains(id))
    }
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_")
    for id in ids + SyndromeRegistry.definitions.map(\.id) {
      #expect(id.count <= 32 && id.allSatisfy { letters.contains($0) })
    }
  }

  @Test func definesEachIndexWhole() {
    for definition in IndexRegistry.definitions {
      #expect(definition.source.contains("doi 10.") || definition.source.contains("no DOI") || definition.id == "firi")
      for text in [definition.formula, definition.unit, definition.validity, definition.cutoff, definition.caveat] {
        #expect(!text.isEmpty, "\(definition.id)")
      }
    }
  }

  /// A visit with everything an index may ask for.
  private let full = TestVisit().with(.sex, "female").with(.glucose, 5.2).with(.insulin, 60).with(.creatinine, 90)
    .with(.egfr, 70).with(.uacr, 5).with(.triglyceride, 1.4).with(.leptin, 12).with(.adiponectin, 8).with(.ffa, 0.4)
    .with(.albumin, 41).with(.height, 165).with(.weight, 61).with(.bmi, 22.4).with(.hdl, 1.4).with(.cholesterol, 5)
    .with(.waist, 88).with(.hba1c, 38).with(.ast, 25).with(.alt, 24).with(.ggt, 30).with(.platelets, 240)
    .with(.lymphocytes, 1.8).with(.cystatinC, 1).with(.phosphate, 1.2).with(.calcium, 2.4).with(.bicarbonate, 25)
    .with(.sbp, 130).with(.hypertension, "yes").with(.diabetes, "none").with(.smoking, "no").with(
      .drugBloodPressure, "no"
    )
    .with(.drugStatin, "no").with(.ethnicity, "us_white").with(.urineUreaNitrogen, 8)

  /// Indices that this visit has no value for: its GFR, age or single date is outside, or they ask for more than labs.
  private static func isOutside(_ id: String) -> Bool {
    id.hasPrefix("kfre") || ["egfr_schwartz", "egfr_slope", "mets_z_adolescent", "npcr", "mis"].contains(id)
  }

  private func analytes(_ definition: IndexDefinition) -> [Analyte] {
    Analyte.allCases.filter { definition.inputs.names.contains($0.name) }
  }

  /// Missing in, missing out, each by name; where another input can stand in (creatinine for eGFR, BMI for height and
  /// weight) taking away all ways together.
  @Test func saysWhatIsMissing() {
    for index in IndexRegistry.all where !Self.isOutside(index.definition.id) {
      let id = index.definition.id
      #expect([.computed, .outOfRange].contains(index.compute(full.row).status), "\(id)")
      let groups: [[Analyte]] =
        switch id {
        case "ckd_g", "egfr": [[.egfr, .creatinine]]
        case "bmi": [[.bmi, .height], [.bmi, .weight]]
        case "gnri": [[.albumin], [.bmi, .height], [.bmi, .weight]]
        // Either of them may do, or stand beside others that settle the answer.
        case "ckd_chronic", "pew": []
        case "ckd_risk": [[.egfr, .creatinine], [.uacr]]
        case "mets_vf": [[.waist], [.hdl], [.glucose], [.triglyceride]]
        case "egdr": [[.waist], [.hba1c]]
        case _ where id.hasPrefix("prevent"):
          [[.cholesterol], [.hdl], [.sbp], [.egfr, .creatinine]]
            + (id.contains("acr") || id.contains("full") ? [[.uacr]] : [])
        case _ where analytes(index.definition).contains(.bmi):
          analytes(index.definition).filter { ![.bmi, .height, .weight].contains($0) }.map { [$0] } + [[.bmi, .height]]
        default: analytes(index.definition).map { [$0] }
        }
      for group in groups {
        let value = index.compute(group.reduce(full) { $0.without($1) }.row)
        #expect(value.status == .notComputable, "\(id)")
        #expect(value.reason == .missingInput, "\(id)")
        #expect(value.value.isNaN)
        for analyte in group { #expect(value.missing.contains(InputSet(analyte)), "\(id)") }
        #expect(value.missing.isSubset(of: index.definition.inputs), "\(id)")
      }
    }
  }

  /// The same quantity in any accepted unit gives the same index. KDIGO A is the exception by design: its limits differ
  /// between mg/g and mg/mmol.
  @Test func isTheSameInEveryUnit() {
    for index in IndexRegistry.all where !["ckd_a", "ckd_risk", "ckd_chronic"].contains(index.definition.id) {
      let expected = index.compute(full.row).value
      for analyte in analytes(index.definition) {
        for unit in analyte.info.units {
          guard let value = full.row.value(analyte) else { continue }
          let visit = full.with(analyte, unit.reported(fromCanonical: value), unit.unit)
          let found = index.compute(visit.row).value
          if found == expected || found.isNaN && expected.isNaN { continue }
          #expect(relativeDifference(found, expected) < 1e-9, "\(index.definition.id) \(analyte.name) \(unit.unit)")
        }
      }
    }
  }

  private func expectSound(_ index: any Index.Type, _ visit: TestVisit) {
    let value = index.compute(visit.row)
    let hasValue = value.status == .computed || value.status == .outOfRange
    #expect(value.value.isFinite == hasValue, "\(index.definition.id)")
    #expect(hasValue || value.reason != .none, "\(index.definition.id)")
    #expect((value.reason == .missingInput) == !value.missing.isEmpty, "\(index.definition.id)")
    if !index.definition.levels.isEmpty, hasValue { #expect(index.definition.level(of: value) != nil) }
  }

  /// No infinity and no NaN with a status that promises a number, whatever numbers come in.
  @Test func neverPromisesANumberItLacks() {
    let hostile: [Double] = [
      0, -0.0, -1, .leastNonzeroMagnitude, 1e-300, 3.5, 1e300, .greatestFiniteMagnitude, .infinity, -.infinity, .nan,
    ]
    for index in IndexRegistry.all {
      for analyte in analytes(index.definition) {
        for value in hostile {
          for status in [ValueStatus.measured, .belowLimit, .aboveLimit] {
            expectSound(index, full.with(analyte, value, nil, status))
            expectSound(index, full.without(.egfr).with(analyte, value, nil, status))
          }
        }
      }
      for first in analytes(index.definition) {
        for second in analytes(index.definition) where first != second {
          for value in hostile {
            expectSound(index, full.with(first, value).with(second, value))
            expectSound(index, full.with(first, value).with(second, 1e300))
          }
        }
      }
    }
  }

  /// An input that is no number gives no number, even where the formula would swallow it (1 / infinity is 0). An input that
  /// another stands in for is not asked: then the answer must be that without it, to the bit.
  @Test(arguments: [Double.infinity, -.infinity, .nan]) func refusesWhatIsNoNumber(value: Double) {
    for index in IndexRegistry.all where !Self.isOutside(index.definition.id) {
      let id = index.definition.id
      let base = ["gnri", "bmi"].contains(id) ? full.without(.bmi) : full
      for analyte in analytes(index.definition) {
        let result = index.compute(base.with(analyte, value).row)
        if result.status == .notComputable { continue }
        let without = index.compute(base.without(analyte).row)
        #expect(
          result.value.isFinite && result.value.bitPattern == without.value.bitPattern,
          "\(id) \(analyte.name) \(result.status) \(result.reason)")
      }
    }
  }

  /// 2,000 visits with random gaps, values, codes and censoring (Philox, fixed key).
  @Test func isSoundOnRandomVisits() {
    var computed = 0
    for draw in 0..<2000 {
      var stream = RandomStream(key: 7, purpose: 1, draw: UInt32(draw))
      var visit = TestVisit(age: stream.uniform() < 0.1 ? nil : 10 + 80 * stream.uniform())
      for analyte in Analyte.allCases where stream.uniform() < 0.8 {
        let range = analyte.info.plausible
        let value = range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
        let status: ValueStatus =
          stream.uniform() < 0.9 ? .measured : stream.uniform() < 0.5 ? .belowLimit : .aboveLimit
        visit = visit.with(analyte, value, nil, status)
      }
      for covariate in Covariate.allCases {
        let place = Int(stream.uniform() * Double(covariate.codes.count))
        visit = visit.with(covariate, covariate.codes[place])
      }
      for index in IndexRegistry.all {
        expectSound(index, visit)
        if index.compute(visit.row).status == .computed { computed += 1 }
      }
      for syndrome in SyndromeRegistry.all {
        let value = syndrome.evaluate(visit.row)
        // A clamp (WHO), and fasting insulin in kidney disease (EGIR), are no inputs that could be given.
        let asksForMore = ["mets_who_1999", "mets_egir_1999"].contains(syndrome.definition.id)
        let isOpen = value.strict == .undetermined && !Applicability.isMinor(visit.row)
        #expect(isOpen == !value.missing.isEmpty || asksForMore && value.missing.isEmpty)
        // A drug can only add: what measurement alone meets is met strictly.
        #expect(zip(value.criteria, value.criteriaMeasured).allSatisfy { $1 != .met || $0 == .met })
      }
    }
    #expect(computed > 2000)
  }

  /// One visit after another in the same buffers, in whatever order, gives what each gives by itself, and nothing of the visit
  /// before.
  @Test func visitByVisitIsTheSame() {
    let panels = [full.panel, TestVisit(age: nil).panel, full.without(.insulin).panel, full.with(.egfr, 20).panel]
    var block = PanelBlock(
      visits: [(1, 0), (1, 200), (2, 0), (2, 95)].enumerated().map { row, visit in
        VisitIdentity(
          row: Int64(row), patient: visit.0, ordinal: row + 1, day: visit.1, randomKey: 0)
      })
    for (row, panel) in panels.enumerated() {
      block.age[row] = panel.age ?? .nan
      for analyte in Analyte.allCases { block[analyte, row] = panel.block[analyte, 0] }
      for covariate in Covariate.allCases { block[covariate, row] = panel.block[covariate, 0] }
    }
    for rows in [[0, 1, 2, 3], [3], [3, 2, 1, 0], [1, 1, 3, 0]] {
      var scores = VisitScores(of: block)
      for row in rows {
        scores.compute(row: row)
        #expect("\(scores.indices)" == "\(IndexRegistry.all.map { $0.compute(block[row]) })")
        #expect(scores.syndromes == SyndromeRegistry.all.map { $0.evaluate(block[row]) })
      }
    }
  }

  /// Sets of analytes have the bits of sets of inputs.
  @Test func setsOfAnalytesAreSetsOfInputs() {
    let set: AnalyteSet = [.glucose, .hip]
    #expect(set.inputs == [InputSet(.glucose), InputSet(.hip)])
    #expect(set.contains(.hip) && !set.contains(.insulin))
    for analyte in Analyte.allCases {
      #expect(AnalyteSet(arrayLiteral: analyte).inputs == InputSet(analyte))
    }
  }

  @Test func answersByIndexThenVisit() {
    let values = IndexRegistry.compute(full.panel.block)
    #expect(values.count == IndexRegistry.all.count)
    for (index, column) in zip(IndexRegistry.all, values) {
      // Two values that are no numbers are not equal, but are printed alike.
      #expect("\(column)" == "\([index.compute(full.row)])")
    }
    #expect(IndexRegistry.compute(PanelBlock(visits: [])).allSatisfy { $0.isEmpty })
  }
}

import Domain
import Testing

@testable import Indices

/// Indices over time in a block: one person beside another, visits without a date, and filtration that came about in several ways.
@Suite struct VisitHistoryTests {
  /// A neighbour who has everything, then six visits of a person; each with day, eGFR, its equation and weight.
  private let block: PanelBlock = {
    let visits: [(day: Int?, egfr: Double?, equation: String, weight: Double?)] = [
      (0, 20, "EKFC", 100), (0, 58, "EKFC", 80), (nil, 30, "EKFC", nil), (60, nil, "", 80), (250, 52, "EKFC", nil),
      (420, 50, "MDRD", 80), (500, 44, "EKFC", 75),
    ]
    var block = PanelBlock(
      visits: visits.enumerated().map { row, visit in
        VisitIdentity(row: Int64(row), patient: row == 0 ? 1 : 2, ordinal: row + 1, day: visit.day, randomKey: 0)
      })
    for (row, visit) in visits.enumerated() {
      block.age[row] = 60
      block[Covariate.sex, row] = Sex.male.rawValue
      block[Covariate.dialysis, row] = Dialysis.none.rawValue
      block.egfrEquation[row] = visit.equation
      let values: [(Analyte, Double?)] = [
        (.egfr, visit.egfr), (.weight, visit.weight), (.height, 170), (.albumin, 30), (.cholesterol, 5),
        (.creatinine, 132.6),
      ]
      for (analyte, value) in values where value != nil {
        block[analyte, row] = LabValue(value: value ?? .nan, reported: value ?? .nan)
      }
    }
    return block
  }()

  /// By hand from the pages of the indices; the slope by numpy 2, polyfit through 58, 52 and 44 on days 0, 250 and 500: the visit without
  /// a date, the computed rate and that by MDRD are left out.
  private func check(_ scores: VisitScores, _ row: Int) throws {
    func value(_ id: String) throws -> IndexValue {
      scores.indices[try #require(IndexRegistry.definitions.firstIndex { $0.id == id })]
    }
    let slope = try value("egfr_slope")
    if row == 6 {
      #expect(abs(slope.value - -10.227) < 1e-9)
    } else {
      #expect(slope.reason == .tooFewVisits, "\(row)")
    }
    // Unconfirmed until a visit at least 90 days before shows it too; without a date nothing is before.
    #expect(try value("ckd_chronic").value == [2, 2, 2, 2, 3, 3, 3][row], "\(row)")
    // Albumin is low throughout. Mass: of 80 kg 75 are left 80 days later (6 %), though BMI is 26; 80 kg throughout is no loss where a
    // visit of three months before has a weight.
    let wasting = try value("pew")
    switch row {
    case 6: #expect(wasting.value == 3)
    case 3: #expect(wasting.value == 2)
    default: #expect(wasting.value.isNaN, "\(row) \(wasting)")
    }
  }

  @Test(arguments: [[0, 1, 2, 3, 4, 5, 6], [6], [6, 5, 4, 3, 2, 1, 0], [3, 3, 6, 0, 6, 1], [1, 2, 4, 6]])
  func readsEarlierVisitsInWhateverOrder(rows: [Int]) throws {
    var scores = VisitScores(of: block)
    for row in rows {
      scores.compute(row: row)
      try check(scores, row)
    }
  }

  /// A rate that was computed is of another kind than one that was reported without its equation, and that than one with it.
  @Test func asksHowTheRateCameAbout() throws {
    var visits = block
    for row in 1...6 {
      visits[Analyte.egfr, row] = row == 6 ? .missing : LabValue(value: 50, reported: 50)
      visits.egfrEquation[row] = ""
    }
    #expect(EGFRSlope.compute(visits[6]).reason == .tooFewVisits)
    visits[Analyte.egfr, 6] = LabValue(value: 40, reported: 40)
    #expect(EGFRSlope.compute(visits[6]).status == .computed)
    visits.egfrEquation[6] = "EKFC"
    #expect(EGFRSlope.compute(visits[6]).reason == .tooFewVisits)
  }

  /// A history of transplantation stays one, and what an infant had shows nothing of later years (KDIGO 2024).
  @Test func historyCountsForChronicity() {
    var visits = block
    let last = 6
    visits[Analyte.egfr, last] = LabValue(value: 95, reported: 95)
    visits[Analyte.uacr, last] = LabValue(value: 1, reported: 1)
    #expect(CKDChronicity.compute(visits[last]).value == 1)
    visits[Covariate.transplant, 2] = Answer.yes.rawValue
    #expect(CKDChronicity.compute(visits[last]).value == 3)
    visits[Covariate.transplant, 2] = 0
    visits[Covariate.transplant, 0] = Answer.yes.rawValue
    #expect(CKDChronicity.compute(visits[last]).value == 1, "another person's")
    visits[Analyte.egfr, last] = LabValue(value: 50, reported: 50)
    #expect(CKDChronicity.compute(visits[last]).value == 3)
    for row in 1..<last { visits.age[row] = 1.9 }
    visits.age[last] = 2.1
    #expect(CKDChronicity.compute(visits[last]).value == 2)
  }

  /// A weight that is only a limit tells of no loss.
  @Test func aLimitOfWeightTellsOfNoLoss() {
    var visits = block
    #expect(ProteinEnergyWasting.compute(visits[6]).value == 3)
    visits[Analyte.weight, 6].status = .aboveLimit
    #expect(ProteinEnergyWasting.compute(visits[6]).value.isNaN)
  }

  /// A slope through a limit is an approximation; one beside a limit that it does not use is not.
  @Test func aLimitAmongTheRatesIsSaid() {
    var visits = block
    #expect(EGFRSlope.compute(visits[6]).reason == .none)
    visits[Analyte.egfr, 5].status = .aboveLimit
    #expect(EGFRSlope.compute(visits[6]).reason == .none, "MDRD is not used")
    visits[Analyte.egfr, 1].status = .aboveLimit
    #expect(EGFRSlope.compute(visits[6]).reason == .censoredInput)
  }

  /// Exactly 5 % in three months and exactly 10 % in six are lost, which binary fractions may miss; a little less is not.
  @Test(arguments: [
    (102.0, 96.9, 74, true), (100, 95, 74, true), (100, 90, 166, true), (41, 36.9, 166, true), (100, 95.1, 74, false),
  ])
  func exactlyTheShareIsLost(before: Double, now: Double, days: Int, isLost: Bool) {
    var visits = PanelBlock(
      visits: [0, days].enumerated().map {
        VisitIdentity(row: Int64($0), patient: 1, ordinal: $0 + 1, day: $1, randomKey: 0)
      })
    for (row, weight) in [before, now].enumerated() {
      visits.age[row] = 50
      for (analyte, value) in [(Analyte.weight, weight), (.bmi, 30), (.albumin, 33), (.cholesterol, 4)] {
        visits[analyte, row] = LabValue(value: value, reported: value)
      }
    }
    // Albumin is low: possible where weight was lost, one category where it was not.
    #expect(ProteinEnergyWasting.compute(visits[1]).value == (isLost ? 3 : 2))
  }

  @Test func filtrationOfAllVisitsIsThatOfEach() {
    let all = EstimatedGFR.all(of: block).map { $0?.value ?? .nan }
    #expect(all.count == 7)
    for row in all.indices { #expect(EstimatedGFR(of: block[row])?.value == all[row]) }
    #expect(all[4] == 52)
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct CKDEPI2021Tests {
  private func visit(_ creatinine: Double, _ unit: String, age: Double?, sex: String) -> TestVisit {
    TestVisit(age: age).with(.creatinine, creatinine, unit).with(.sex, sex)
  }

  /// Oracles: the R packages nephro 1.5 (full precision) and kidney.epi 1.4.0 (two decimals), over a grid of creatinine,
  /// age and sex on both sides of the knots. nephro works in mg/dL here, as the equation is published.
  @Test func agreesWithTwoPackagesOverTheGrid() {
    let rows = vectors(Vectors.ckdEPI2021)
    #expect(rows.count == 18)
    for row in rows {
      let input = visit(row.number("creatinine_mg_dL"), "mg/dL", age: row.number("age"), sex: row["sex"] ?? "")
      let value = CKDEPI2021.compute(input.row)
      #expect(value.status == .computed)
      #expect(relativeDifference(value.value, row.number("nephro_1_5")) < 1e-10, "\(row)")
      #expect(abs(value.value - row.number("kidney_epi_1_4_0")) <= 0.005 + 1e-9, "\(row)")
    }
  }

  /// The published mistake: 88.42 or 113 for umol/L. 88.4 umol/L is 1 mg/dL: 68.6335 for a woman of 50 (nephro 1.5).
  @Test func takes884MicromolesAMilligram() {
    let value = CKDEPI2021.compute(visit(88.4, "umol/L", age: 50, sex: "female").row).value
    #expect(abs(value - 68.6335) < 5e-5)
  }

  @Test func fallsWithCreatinineAndAge() {
    for sex in ["female", "male"] {
      var last = Double.infinity
      for step in 1...200 {
        let value = CKDEPI2021.compute(visit(Double(step) * 0.05, "mg/dL", age: 50, sex: sex).row).value
        #expect(value < last)
        last = value
      }
      let young = CKDEPI2021.compute(visit(1, "mg/dL", age: 30, sex: sex).row).value
      #expect(CKDEPI2021.compute(visit(1, "mg/dL", age: 31, sex: sex).row).value < young)
    }
  }

  @Test func saysWhyNot() {
    #expect(CKDEPI2021.compute(TestVisit(age: nil).row).missing == [InputSet(.creatinine), .age, InputSet(.sex)])
    let visit = visit(1, "mg/dL", age: 50, sex: "male")
    #expect(CKDEPI2021.compute(visit.with(.dialysis, "haemodialysis").row).reason == .onDialysis)
    #expect(CKDEPI2021.compute(self.visit(1, "mg/dL", age: 17, sex: "male").row).reason == .minor)
    #expect(CKDEPI2021.compute(self.visit(0, "mg/dL", age: 50, sex: "male").row).reason == .outsideDomain)
    let censored = visit.with(.creatinine, 0.1, "mg/dL", .belowLimit)
    #expect(CKDEPI2021.compute(censored.row).reason == .censoredInput)
  }
}

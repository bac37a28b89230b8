import Domain
import Testing

@Suite struct CovariateTests {
  @Test func ordinalsAreThePlacesAmongTheCases() {
    #expect(Covariate.allCases.map(\.ordinal) == Array(Covariate.allCases.indices))
  }

  @Test func codeZeroIsUnknownAndTheOthersAreDistinctWords() {
    for covariate in Covariate.allCases {
      #expect(covariate.codes.first == "")
      #expect(Set(covariate.codes).count == covariate.codes.count)
    }
  }

  /// The typed readings have one case a code, in the same order.
  @Test func typedCodesAgreeWithTheWords() {
    #expect(Covariate.sex.codes == ["", "female", "male"])
    #expect(Sex(rawValue: 1) == .female && Sex(rawValue: 2) == .male && Sex(rawValue: 3) == nil)
    #expect(Covariate.dialysis.codes[Int(Dialysis.peritoneal.rawValue)] == "peritoneal")
    #expect(Covariate.dialysis.codes[Int(Dialysis.haemodialysis.rawValue)] == "haemodialysis")
    #expect(Covariate.diabetes.codes[Int(Diabetes.type1.rawValue)] == "type1")
    #expect(Covariate.diabetes.codes[Int(Diabetes.unspecified.rawValue)] == "unspecified")
    #expect(Covariate.fasting.codes[Int(Answer.yes.rawValue)] == "yes")
    let populations = Population.allCases.map { $0 == .unknown ? "" : "\($0)".inSnakeCase }
    #expect(populations == Covariate.ethnicity.codes)
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct ApplicabilityTests {
  @Test(arguments: [(17.99, true), (18, false), (90, false)]) func knowsMinors(age: Double, isMinor: Bool) {
    #expect(Applicability.isMinor(TestVisit(age: age).row) == isMinor)
  }

  /// The formulas do not need an age: where it is unknown the person is taken as adult.
  @Test func takesAnUnknownAgeAsAdult() { #expect(!Applicability.isMinor(TestVisit(age: nil).row)) }

  /// An unknown answer excludes nobody; only a known one does.
  @Test func excludesOnlyWhatIsKnown() {
    #expect(Applicability.ownInsulin(TestVisit().row)?.reason == nil)
    #expect(Applicability.ownInsulin(TestVisit().with(.diabetes, "type2").row)?.reason == nil)
    #expect(Applicability.ownInsulin(TestVisit().with(.diabetes, "type1").row)?.reason == .exogenousInsulin)
    #expect(Applicability.fastingAdult(TestVisit().with(.drugInsulin, "yes").row)?.reason == nil)
    #expect(Applicability.fastingAdult(TestVisit().with(.fasting, "no").row)?.reason == .notFasting)
  }

  @Test func letsNoInfinityOut() {
    #expect(Applicability.result(.infinity, caveat: .none).reason == .outsideDomain)
    #expect(Applicability.result(.nan, caveat: .none).status == .notComputable)
    #expect(Applicability.result(1, caveat: .none, validated: false).reason == .outsideValidatedRange)
    #expect(Applicability.result(1, caveat: .censoredInput, validated: false).reason == .censoredInput)
    #expect(Applicability.result(1, caveat: .censoredInput, validated: false).status == .outOfRange)
  }

  @Test func findsCensoredInputs() {
    let visit = TestVisit().with(.glucose, 5).with(.insulin, 10, nil, .belowLimit)
    #expect(Applicability.censoring([.glucose], visit.row) == .none)
    #expect(Applicability.censoring([.glucose, .insulin], visit.row) == .censoredInput)
  }
}

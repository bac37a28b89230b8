import Testing

@testable import Mechanism

@Suite struct PhenotypeExperimentsTests {
  /// The reports say in words that feedback in overnutrition was put into the model (`VerdictSection` of Report). When
  /// this fails, a calibration without P02 has found it: change the words.
  @Test func theReportsWordsOnFeedbackHold() throws {
    let causes = try Experiment.shipped().filter { $0.claim == "P02" }
    #expect(causes.count == 3)
    for cause in causes { #expect(ExperimentBasis.shipped.basis(of: cause) == .builtIn) }
  }
}

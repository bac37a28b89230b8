import Domain
import Testing

@testable import Indices

@Suite struct PossibleLevelsTests {
  /// Limits are in order, so that what is not met at one is not met at the next.
  @Test(arguments: [
    (CriterionState.notMet, CriterionState.notMet, 1, 1), (.unknown, .notMet, 1, 2), (.unknown, .unknown, 1, 3),
    (.met, .notMet, 2, 2), (.met, .unknown, 2, 3), (.met, .met, 3, 3),
  ])
  func countsLimits(low: CriterionState, high: CriterionState, least: Int, greatest: Int) {
    for levels in [PossibleLevels(low, high), PossibleLevels([low, high])] {
      #expect(levels.least == least)
      #expect(levels.greatest == greatest)
      #expect(levels.only == (least == greatest ? least : nil))
      #expect(levels.isAtLeast(2) == low)
      #expect(levels.isAtLeast(3) == high)
    }
  }

  @Test func allWhereNothingIsKnown() {
    #expect(PossibleLevels(unknown: 2) == PossibleLevels(.unknown, .unknown))
  }
}

import Domain
import Testing

@testable import Indices

/// Against a brute-force oracle: the true values that a report leaves possible, tried on a fine grid.
@Suite struct CensoredBoundsTests {
  private let grid = (0...4000).map { Double($0) * 0.05 }

  private func oracle(_ possible: [Double], _ test: (Double) -> Bool) -> CriterionState {
    let answers = possible.map(test)
    return answers.allSatisfy { $0 } ? .met : answers.contains(true) ? .unknown : .notMet
  }

  @Test(arguments: [59.0, 60, 61, 99, 100, 101]) func agreesWithEveryPossibleValue(limit: Double) {
    let cutoff = 60.0
    let below = CensoredBounds(reported: limit / 2, status: .belowLimit)
    let above = CensoredBounds(reported: limit, status: .aboveLimit)
    let point = CensoredBounds(reported: limit, status: .measured)
    for (bounds, possible) in [
      (below, grid.filter { $0 < limit }), (above, grid.filter { $0 > limit }), (point, [limit]),
    ] {
      #expect(bounds.isAtLeast(cutoff) == oracle(possible) { $0 >= cutoff })
      #expect(bounds.isBelow(cutoff) == oracle(possible) { $0 < cutoff })
      #expect(bounds.isAbove(cutoff) == oracle(possible) { $0 > cutoff })
    }
  }

  @Test func knowsNothingOfAMissingValue() {
    for bounds in [CensoredBounds(reported: 70, status: .missing), .anywhere, .point(.nan), .below(.nan)] {
      #expect(bounds.isAtLeast(60) == .unknown)
      #expect(bounds.isBelow(60) == .unknown)
      #expect(bounds.isAbove(60) == .unknown)
    }
  }

  /// 1.15 * 100 is 114.99999999999999 in binary: a power of ten must not move a value over a cut-off.
  @Test func forgivesTheLastBit() {
    #expect(1.15 * 100 < 115)
    #expect(CensoredBounds.point(1.15 * 100).isAtLeast(115) == .met)
    #expect(CensoredBounds.point(114.999).isAtLeast(115) == .notMet)
  }
}

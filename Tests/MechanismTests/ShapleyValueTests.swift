import Testing

@testable import Mechanism

@Suite struct ShapleyValueTests {
  /// The airport game (Littlechild and Owen 1973, doi 10.1287/mnsc.20.3.370): a runway for the largest of the aircraft;
  /// each pays its part of every section it needs.
  @Test func airportGame() {
    let costs = [12.0, 24, 30, 34]
    let worth = (0..<ShapleyValue.subsets).map { subset in
      costs.indices.filter { subset & 1 << $0 != 0 }.map { costs[$0] }.max() ?? 0
    }
    let expected = [12.0 / 4, 12.0 / 4 + 12.0 / 3, 12.0 / 4 + 12.0 / 3 + 6.0 / 2, 12.0 / 4 + 12.0 / 3 + 6.0 / 2 + 4]
    for (share, value) in zip(ShapleyValue.shares(worth), expected) { #expect(abs(share - value) < 1e-12) }
  }

  @Test func playerWithoutEffectGetsNothing() {
    let worth = (0..<ShapleyValue.subsets).map { Double($0 & 0b1011) * 0.37 }
    #expect(ShapleyValue.shares(worth)[2] == 0)
  }
}

import Domain
import Testing

@Suite struct NormalDistributionTests {
  /// Quantiles from scipy 1.17.1 (scipy.stats.norm.ppf).
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-10, -6.361340902404056), (1e-05, -4.264890793922825),
    (0.001, -3.090232306167813), (0.01, -2.3263478740408408), (0.05, -1.6448536269514729), (0.074, -1.4466320671589785),
    (0.075, -1.4395314709384563), (0.1, -1.2815515655446004), (0.25, -0.6744897501960817), (0.4, -0.2533471031357997),
    (0.5, 0.0), (0.6, 0.2533471031357997), (0.9, 1.2815515655446004), (0.925, 1.4395314709384563),
    (0.975, 1.959963984540054), (0.999, 3.090232306167813), (0.9999999, 5.199337582290661),
  ])
  func quantileAgreesWithScipy(probability: Double, expected: Double) {
    let found = NormalDistribution.quantile(probability)
    #expect(abs(found - expected) <= 4e-15 * max(1, abs(expected)))
  }

  @Test func quantileIsOdd() {
    for step in 1..<500 {
      let p = Double(step) / 1024
      #expect(NormalDistribution.quantile(p) == -NormalDistribution.quantile(1 - p))
    }
  }
}

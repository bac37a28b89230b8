import Testing

@testable import calibrate

@Suite struct PriorTests {
  /// Quantiles from scipy 1.17.1: scipy.stats.lognorm.ppf(p, s=0.7, scale=3.2), and scipy.special.expit of
  /// logit(0.15) + 1.3 scipy.stats.norm.ppf(p); `z` is scipy.stats.norm.ppf(p) for p = 0.001, 0.025, ... 0.999.
  @Test(arguments: [
    (-3.090232306167813, 0.3678750985598736, 0.0031666699005560035),
    (-1.9599639845400545, 0.8115380705126287, 0.013619303303057549),
    (-0.6744897501960817, 1.9957261811146634, 0.06840592523178637), (0, 3.2, 0.15),
    (0.6744897501960817, 5.130964406289796, 0.29780664224093273),
    (1.959963984540054, 12.618015558446496, 0.6928233613418073),
    (3.090232306167813, 27.83553450637645, 0.9074341688358051),
  ])
  func valuesAreTheQuantiles(z: Double, lognormal: Double, logitnormal: Double) {
    #expect(abs(Prior.lognormal(median: 3.2, sigma: 0.7).value(z) / lognormal - 1) < 1e-14)
    #expect(abs(Prior.logitnormal(median: 0.15, sigma: 1.3).value(z) / logitnormal - 1) < 1e-14)
  }

  @Test func aTableMapsPointsInItsOrder() throws {
    let table = try PriorTable([
      .init(name: "rate", prior: .lognormal(median: 2, sigma: 1)),
      .init(name: "share", prior: .logitnormal(median: 0.25, sigma: 1)),
    ])
    var points = Points(count: 2, dimension: 2)
    points[1, 0] = 1
    points[1, 1] = -1
    let values = table.values(at: points)
    #expect(Array(values[0]) == [2, 0.25])
    // 2 e, and 1 / (1 + 3 e).
    #expect(abs(values[1, 0] - 5.43656365691809) < 1e-14)
    #expect(abs(values[1, 1] - 0.10923177257303593) < 1e-16)
    #expect(table.coordinate(of: "share") == 1)
    #expect(table.coordinate(of: "none") == nil)
  }

  @Test(arguments: [
    Prior.lognormal(median: 0, sigma: 1), .lognormal(median: .nan, sigma: 1), .lognormal(median: 1, sigma: 0),
    .lognormal(median: .infinity, sigma: 1), .logitnormal(median: 1, sigma: 1), .logitnormal(median: 0, sigma: 1),
    .logitnormal(median: 0.5, sigma: -1), .logitnormal(median: 0.5, sigma: .infinity),
  ])
  func figuresOutOfRangeAreRefused(prior: Prior) {
    #expect(throws: SamplingError.self) { _ = try PriorTable([.init(name: "rate", prior: prior)]) }
  }

  @Test func aNameStandsOnce() {
    let entry = PriorTable.Entry(name: "rate", prior: .lognormal(median: 1, sigma: 1))
    #expect(throws: SamplingError.prior(name: "rate", problem: "there are two of this name")) {
      _ = try PriorTable([entry, entry])
    }
  }
}

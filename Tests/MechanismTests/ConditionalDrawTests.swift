import Testing

@testable import Mechanism

@Suite struct ConditionalDrawTests {
  /// Closed form of the bivariate normal: mean r x, variance 1 - r^2.
  @Test func bivariateClosedForm() {
    let draw = ConditionalDraw(correlation: [[1, 0.6], [0.6, 1]], known: [false, true])
    var values = [0.0, 2.0]
    draw.fill(&values, normals: [0.5, 99])
    #expect(abs(values[0] - (0.6 * 2 + 0.8 * 0.5)) < 1e-14)
    #expect(values[1] == 2)
  }

  /// Closed form of three equicorrelated normals given two: mean r (x + y) / (1 + r).
  @Test func twoKnownOfThree() {
    let r = 0.5
    let draw = ConditionalDraw(correlation: [[1, r, r], [r, 1, r], [r, r, 1]], known: [true, false, true])
    var values = [1.0, 0, -0.4]
    draw.fill(&values, normals: [7, 0, 7])
    #expect(abs(values[1] - r * (1.0 - 0.4) / (1 + r)) < 1e-14)
  }

  @Test func impossibleCorrelationsAreNoticed() {
    let impossible = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    #expect(!ConditionalDraw(correlation: impossible, known: [false, false, false]).isValid)
  }
}

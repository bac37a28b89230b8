import Testing

@testable import Engine

struct ConservationTests {
  @Test("An enzyme's reactions conserve enzyme and substrate")
  func moieties() {
    // Rows E, S, ES, P; E + S -> ES, ES -> E + S, ES -> E + P. Totals: E + ES and S + ES + P.
    let moieties = Conservation.leftNullSpace(of: [[-1, 1, 1], [-1, 1, 0], [1, -1, -1], [0, 0, 1]])
    #expect(moieties.count == 2)
    for moiety in moieties {
      let w = moiety.weights
      #expect(w[0] + w[1] == w[2] && w[1] == w[3], "every moiety is a sum of multiples of the two totals")
    }
    #expect(Conservation.leftNullSpace(of: [[1, -1], [0, 1]]).isEmpty)
  }
}

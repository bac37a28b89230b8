import Testing

@testable import Engine

/// Several steady states: all of them found, each with its stability.
struct SteadyStateSearchTests {
  /// Numbers spread evenly by multiples of the golden section; no randomness is needed here.
  private func uniform(_ start: Int, _ count: Int) -> [Double] {
    (0..<count).map { number in
      let value = 0.5 + Double(start * 7 + number * 13 + 1) * 0.6180339887498949
      return value - value.rounded(.down)
    }
  }

  private func search(
    _ text: ModelText, starts: Int = 60, initialValues: [String] = [], values: [Double] = []
  ) throws -> SteadyStateSearch {
    try SteadyStateSearch(
      model: Model(text), inputs: [], initialValues: initialValues, values: values, starts: starts, uniform: uniform)
  }

  @Test("The toggle switch has two states that attract and one between that repels")
  func toggleSwitch() throws {
    // Gardner, Cantor and Collins, doi:10.1038/35002131. At a = 10 and exponents of 2 the states are x = y = 2, and
    // x y = 1 with x + y = 10, so x = 5 +- sqrt(24).
    let text = ModelText(
      species: [("x", 1), ("y", 1.5)], parameters: [("a", 10)],
      reactions: [
        ("makeX", [], ["x"], "a / (1 + y ^ 2)"), ("makeY", [], ["y"], "a / (1 + x ^ 2)"), ("useX", ["x"], [], "x"),
        ("useY", ["y"], [], "y"),
      ])
    let found = try search(text)
    let states = found.states.sorted { $0.values[0] < $1.values[0] }
    #expect(states.count == 3)
    for (state, x) in zip(states, [5 - 24.0.squareRoot(), 2, 5 + 24.0.squareRoot()]) {
      #expect(agree(state.values[0], x))
      let part = try #require(state.certificate.largestRealPart)
      #expect((part > 0) == (x == 2))
    }
    #expect(states.map(\.starts).reduce(0, +) + found.startsFailed == 61)
    #expect(found.startsTried == 61)
  }

  @Test("Starts respect a conserved total, and its states are found")
  func conservedTotal() throws {
    // B makes itself from A: (0.02 + 2 B^2 / (25 + B^2)) (10 - B) = B. Roots by numpy 2.4.6, numpy.roots.
    let text = ModelText(
      species: [("a", 1), ("b", 1)], parameters: [],
      reactions: [
        ("on", ["a"], ["b"], "(0.02 + 2 * b ^ 2 / (25 + b ^ 2)) * a"), ("off", ["b"], ["a"], "b"),
      ])
    let found = try search(text, initialValues: ["a"], values: [9])
    let states = found.states.map { $0.values[1] }.sorted()
    #expect(states.count == 3)
    for (state, root) in zip(states, [0.24010852308683378, 1.3532525392631947, 5.095380659504279]) {
      #expect(agree(state, root))
    }
    for state in found.states { #expect(agree(state.values[0] + state.values[1], 10)) }
  }

  @Test("One state is one state, from wherever")
  func single() throws {
    let text = ModelText(
      species: [("x", 0)], parameters: [("k", 2)],
      reactions: [("make", [], ["x"], "6"), ("use", ["x"], [], "k * x")])
    let found = try search(text, starts: 20)
    #expect(found.states.map(\.values) == [[3]])
    #expect(found.states[0].starts == 21)
    #expect(found.startsFailed == 0)
  }

  @Test("No state is no state")
  func none() throws {
    let text = ModelText(species: [("x", 1)], reactions: [("make", [], ["x"], "x + 1")])
    let found = try search(text, starts: 20)
    #expect(found.states.isEmpty)
    #expect(found.startsFailed == 21)
  }

  @Test("A variable of a rate rule may be negative")
  func negative() throws {
    // x' = x (1 - x^2): -1 and 1 attract, 0 repels.
    let text = ModelText(parameters: [("x", 0.5)], rateRules: [("x", "x * (1 - x * x)")])
    let found = try search(text)
    #expect(found.states.map { $0.values[0].rounded() }.sorted() == [-1, 0, 1])
  }
}

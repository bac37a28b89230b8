import Domain
import Testing

@Suite struct CriterionStatesTests {
  private static let states: [CriterionState] = [.unknown, .notMet, .met]

  /// What goes in comes out, and counts are those of an array, for every sequence of up to five answers.
  @Test(arguments: 0...5) func holdsWhatAnArrayHolds(count: Int) {
    var sequences: [[CriterionState]] = [[]]
    for _ in 0..<count { sequences = sequences.flatMap { sequence in Self.states.map { sequence + [$0] } } }
    for sequence in sequences {
      let packed = CriterionStates(sequence)
      #expect(Array(packed) == sequence)
      for state in Self.states { #expect(packed.count(of: state) == sequence.count { $0 == state }) }
    }
    #expect(Set(sequences.map { CriterionStates($0) }).count == sequences.count)
  }

  @Test func sixteenFit() {
    let packed = CriterionStates(repeating: .met, count: 16)
    #expect(packed.count == 16 && packed.count(of: .met) == 16 && packed.count(of: .unknown) == 0)
    #expect(CriterionStates(repeating: .unknown, count: 3) != CriterionStates(repeating: .unknown, count: 4))
  }
}

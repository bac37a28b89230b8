import Domain
import Testing

@testable import Indices

/// The truth tables of the rules over all 3^5 states, against an oracle that tries every completion of the unknowns.
@Suite struct SyndromeRuleTests {
  private static let states: [CriterionState] = [.unknown, .notMet, .met]

  /// All 243 combinations of five three-valued criteria.
  private static let combinations: [[CriterionState]] = (0..<243).map { number in
    var rest = number
    return (0..<5).map { _ in
      defer { rest /= 3 }
      return states[rest % 3]
    }
  }

  /// Every way to settle the unknown criteria.
  private func completions(_ criteria: [CriterionState]) -> [[Bool]] {
    var all: [[Bool]] = [[]]
    for state in criteria {
      switch state {
      case .met: all = all.map { $0 + [true] }
      case .notMet: all = all.map { $0 + [false] }
      case .unknown: all = all.flatMap { [$0 + [true], $0 + [false]] }
      }
    }
    return all
  }

  /// The published two-valued rules: three of five; waist and two of the other four.
  private static func threeOfFive(_ met: [Bool]) -> Bool { met.count { $0 } >= 3 }
  private static func waistAndTwo(_ met: [Bool]) -> Bool { met[0] && met.dropFirst().count { $0 } >= 2 }

  private func check(_ rule: SyndromeRule, _ published: ([Bool]) -> Bool) {
    var undetermined = 0
    for criteria in Self.combinations {
      let answers = completions(criteria).map(published)
      let expected: SyndromeState =
        answers.allSatisfy { $0 } ? .present : answers.contains(true) ? .undetermined : .absent
      #expect(rule.state(CriterionStates(criteria)) == expected, "\(criteria)")
      if expected == .undetermined { undetermined += 1 }
      // A criterion could settle the answer where some completion of the others makes it decide.
      let pivotal = criteria.indices.filter { place in
        criteria[place] == .unknown
          && completions(criteria).contains { completion in
            var other = completion
            other[place].toggle()
            return published(completion) != published(other)
          }
      }
      #expect(rule.unsettled(CriterionStates(criteria)) == pivotal, "\(criteria)")
    }
    #expect(undetermined > 0)
  }

  @Test func threeOfFiveAgreesWithEveryCompletion() { check(MetSNCEP2005.rule, Self.threeOfFive) }
  @Test func harmonizedAgreesWithEveryCompletion() { check(MetSHarmonized2009.rule, Self.threeOfFive) }
  @Test func obligatoryWaistAgreesWithEveryCompletion() { check(MetSIDF2005.rule, Self.waistAndTwo) }

  /// Knowing more never turns present into absent or the reverse.
  @Test(arguments: [SyndromeRule(required: 3), SyndromeRule(required: 3, obligatory: 0)])
  func isMonotone(rule: SyndromeRule) {
    for criteria in Self.combinations where rule.state(CriterionStates(criteria)) != .undetermined {
      for place in criteria.indices where criteria[place] == .unknown {
        for state in [CriterionState.met, .notMet] {
          var known = criteria
          known[place] = state
          #expect(rule.state(CriterionStates(known)) == rule.state(CriterionStates(criteria)))
        }
      }
    }
  }

  @Test func orAndUnanimityAreThoseOfEveryCompletion() {
    for left in Self.states {
      for right in Self.states {
        let pairs = completions([left, right])
        let or = pairs.map { $0[0] || $0[1] }
        let expected: CriterionState =
          or.allSatisfy { $0 } ? .met : or.contains(true) ? .unknown : .notMet
        #expect(either(left, right) == expected)
      }
    }
  }
}

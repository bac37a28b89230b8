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

  private static let inputs = [Analyte.waist, .triglyceride, .hdl, .sbp, .glucose].map { InputSet($0) }

  private func answers(_ criteria: [CriterionState]) -> CriterionAnswers {
    let parts = criteria.enumerated().map { place, state in
      CriterionAnswer(strict: state, measured: state, missing: Self.inputs[place])
    }
    return CriterionAnswers(parts[0], parts[1], parts[2], parts[3], parts[4])
  }

  /// The published two-valued rules: three of five; waist and two of the other four.
  private static func threeOfFive(_ met: [Bool]) -> Bool { met.count { $0 } >= 3 }
  private static func waistAndTwo(_ met: [Bool]) -> Bool { met[0] && met.dropFirst().count { $0 } >= 2 }

  private func check(_ rule: SyndromeRule, _ published: ([Bool]) -> Bool) {
    var undetermined = 0
    for criteria in Self.combinations {
      let settled = completions(criteria).map(published)
      let expected: SyndromeState =
        settled.allSatisfy { $0 } ? .present : settled.contains(true) ? .undetermined : .absent
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
      // What is missing is what the pivotal criteria miss, each an input of its own here.
      let value = rule.value(answers(criteria))
      #expect(value.strict == expected && value.missing == InputSet(pivotal.map { Self.inputs[$0] }), "\(criteria)")
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

  @Test func answersAreStates() {
    #expect(CriterionState(Answer.yes) == .met && CriterionState(Answer.no) == .notMet)
    #expect(CriterionState(Answer.unknown) == .unknown)
    let all = InputSet(rawValue: .max)
    #expect(all.when(true) == all && all.when(false).isEmpty)
  }

  @Test func orAndUnanimityAreThoseOfEveryCompletion() {
    for left in Self.states {
      for right in Self.states {
        let pairs = completions([left, right])
        let or = pairs.map { $0[0] || $0[1] }
        let expected: CriterionState =
          or.allSatisfy { $0 } ? .met : or.contains(true) ? .unknown : .notMet
        #expect(either(left, right) == expected)
        // By sex: where it is unknown, what both say.
        let bySex = BySex(women: left, men: right)
        #expect(bySex.unanimous(.female) { $0 } == left && bySex.unanimous(.male) { $0 } == right)
        #expect(bySex.unanimous(.unknown) { $0 } == (left == right ? left : .unknown))
      }
    }
  }
}

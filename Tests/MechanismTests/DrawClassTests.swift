import Domain
import Testing

@testable import Mechanism

/// Expected classes: the rules of the phenotype, read by hand for each case.
@Suite struct DrawClassTests {
  private let bands = HealthyBands(
    index: Array(repeating: .init(low: -0.1, high: 0.4), count: 3),
    mtorc1: Array(repeating: .init(low: -0.2, high: 0.2), count: 3))

  private enum Kind { case normal, suppressed, overactivated, lowByFeedback, highByLipid, inBand }

  private func outcome(_ muscle: Kind, _ liver: Kind = .normal, _ adipose: Kind = .normal) -> DrawOutcome {
    var outcome = DrawOutcome(index: [], mtorc1: [], arms: [], isCertified: true)
    for kind in [muscle, liver, adipose] {
      let (index, mtorc1, arms): (Double, Double, [Double]) =
        switch kind {
        case .normal: (0.3, 0.5, [0, 0, 0.3, 0])
        case .suppressed: (1, -0.5, [0.8, 0.1, 0, 0.1])
        case .overactivated: (1, 0.5, [0.1, 0.2, 0.7, 0])
        case .lowByFeedback: (1, -0.5, [0.1, 0.2, 0.7, 0])
        case .highByLipid: (1, 0.5, [0.1, 0.6, 0.3, 0])
        case .inBand: (1, 0, [0.1, 0.2, 0.7, 0])
        }
      outcome.index.append(index)
      outcome.mtorc1.append(mtorc1)
      outcome.arms.append(arms)
    }
    return outcome
  }

  @Test func rules() {
    func classify(_ muscle: Kind, _ liver: Kind = .normal, _ adipose: Kind = .normal) -> PhenotypeClass {
      DrawClass.classify(outcome(muscle, liver, adipose), bands)
    }
    #expect(classify(.normal) == .sensitive)
    #expect(classify(.suppressed) == .suppressed)
    #expect(classify(.suppressed, .inBand, .suppressed) == .suppressed)
    #expect(classify(.suppressed, .overactivated) == .mixed)
    #expect(classify(.overactivated) == .overactivated)
    #expect(classify(.overactivated, .highByLipid, .normal) == .overactivated)
    #expect(classify(.overactivated, .normal, .suppressed) == .mixed)
    #expect(classify(.lowByFeedback) == .mixed)
    #expect(classify(.highByLipid) == .mixed)
    #expect(classify(.inBand) == .mixed)
    #expect(classify(.normal, .suppressed) == .mixed)
  }
}

import Domain
@testable import Mechanism

/// One input over its physiological range, all else as in a person.
struct Sweep {
  /// What is moved.
  enum Input {
    case lab(Analyte)
    case age

    var label: String {
      switch self {
      case .lab(let analyte): "\(analyte.info.label), \(analyte.info.unit)"
      case .age: "Age, yr"
      }
    }
  }
  /// Where the sweep makes sense.
  enum Persons { case all, onDialysis, notOnDialysis }

  let input: Input
  let low, high: Double
  var persons = Persons.all
  /// Which way the IR index should go in a tissue as the input rises, where the review says so.
  var claim: (tissue: Tissue, rises: Bool, where: String)?

  /// What came out along the way, from low to high in equal ratios.
  struct Course {
    /// With twice as many steps as `steps`; every second is of the coarse course.
    let fine: [PhenotypeResult]

    /// The coarse course.
    var coarse: [PhenotypeResult] { stride(from: 0, to: fine.count, by: 2).map { fine[$0] } }
    /// A number that is none, anywhere.
    var hasNoNumber: Bool {
      fine.contains { result in
        let numbers = (result.insulinResistance + result.mtorc1).map(\.median) + result.probabilities
        return numbers.contains { !$0.isFinite }
      }
    }
    /// Draws left out because a state of theirs could not be certified: residual, positivity, conserved totals, stability.
    var uncertified: Int { fine.reduce(0) { $0 + $1.failedDraws } }

    /// The largest change of the median IR index of a tissue between neighbours.
    static func largestStep(_ results: [PhenotypeResult]) -> Double {
      Tissue.allCases.flatMap { tissue in
        zip(results, results.dropFirst()).map {
          abs($1.insulinResistance[tissue.rawValue].median - $0.insulinResistance[tissue.rawValue].median)
        }
      }.max() ?? .nan
    }

    /// Whether a step stays as large when neighbours come twice as near: what is continuous halves.
    var jumps: Bool {
      let (wide, near) = (Self.largestStep(coarse), Self.largestStep(fine))
      return near > Self.noise && near > 0.8 * wide
    }
    /// Steps below this are what a median over as many draws as these moves by when few of them change.
    static let noise = 0.1
  }

  static let steps = 13

  /// The sweep from a person, by a scorer that makes as many draws at every step.
  func course(from visit: MadeUpVisit, _ study: Study, _ evenDraws: Scorer) -> Course {
    let ratio = ExperimentMathBridge.logarithm(high / low)
    let fine = 2 * Self.steps - 1
    return Course(
      fine: study.score(
        (0..<fine).map { step in
          var changed = visit
          let value = low * ExperimentMathBridge.exponential(ratio * Double(step) / Double(fine - 1))
          switch input {
          case .lab(let analyte): changed.labs[analyte] = value
          case .age: changed.age = value
          }
          return changed.panel
        }, with: evenDraws))
  }

  static let all = [
    Sweep(input: .lab(.glucose), low: 4, high: 12), Sweep(input: .lab(.insulin), low: 15, high: 400),
    Sweep(
      input: .lab(.egfr), low: 5, high: 110, persons: .notOnDialysis, claim: (.muscle, false, "C02, C35")),
    Sweep(input: .lab(.leptin), low: 0.5, high: 80, claim: (.liver, true, "C20, C35")),
    Sweep(input: .lab(.adiponectin), low: 2, high: 40),
    Sweep(input: .lab(.tnfAlpha), low: 0.8, high: 15, claim: (.muscle, true, "C35, C55")),
    Sweep(input: .lab(.il6), low: 0.3, high: 40, claim: (.liver, true, "C55")),
    Sweep(input: .lab(.ffa), low: 0.1, high: 1.5, claim: (.muscle, true, "C18, C19")),
    Sweep(input: .lab(.bmi), low: 15, high: 45), Sweep(input: .lab(.crp), low: 0.2, high: 45),
    Sweep(input: .lab(.albumin), low: 20, high: 48), Sweep(input: .lab(.prealbumin), low: 80, high: 450),
    Sweep(input: .lab(.bicarbonate), low: 14, high: 28, claim: (.muscle, false, "C35")),
    Sweep(input: .lab(.vitaminD), low: 8, high: 100, claim: (.muscle, false, "C57")),
    Sweep(
      input: .lab(.ktV), low: 0.6, high: 2.2, persons: .onDialysis, claim: (.muscle, false, "C02, of the load")),
    Sweep(
      input: .lab(.residualClearance), low: 0.1, high: 10, persons: .onDialysis,
      claim: (.muscle, false, "C02, of the load")),
    Sweep(input: .age, low: 20, high: 90),
  ]
}

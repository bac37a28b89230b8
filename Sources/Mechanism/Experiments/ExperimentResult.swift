/// What an experiment found over the ensemble in one structural variant: a row of `rheostat experiments`.
public struct ExperimentResult: Sendable {
  /// How the agreement came about.
  public enum Basis: String, Sendable {
    /// The calibration was shown the claim, or the structure alone gives it in (nearly) every draw of the priors.
    case builtIn = "built in"
    /// The calibration did not see it, and the priors do not give it away.
    case heldOut = "held out"
    /// The readout only repeats an input.
    case byConstruction = "by construction"
  }

  /// Whether the review's expectation is met.
  public enum Status: String, Sendable {
    case agrees, disagrees
    case notClaimed = "not claimed"
  }

  public let claim, experiment, title, tissue, readout, variant, metric, expected: String
  /// Median, and 5th and 95th centile, over the sets whose states were certified.
  public let found, low, high: Double
  /// Share of all sets that agree; a set without a certified state does not.
  public let shareAgree: Double
  /// Share of draws of the priors that agree in variant A; not a number where it was not computed.
  public let sharePrior: Double
  public let standing: Claim.Standing
  /// Nothing for rows without an experiment.
  public let basis: Basis?
  public let status: Status
  /// Why a row has no experiment, or what variant B breaks by design.
  public let note: String

  /// Whether the readout is one that variant B turns round by design: shown, and not held against it.
  public var isBrokenByDesign: Bool {
    variant == "B" && standing == .claimed && status == .notClaimed && !note.isEmpty
  }

  /// Share of the ensemble that must agree for a claim to count as reproduced.
  public static let threshold = 0.95

  /// The columns of the table, in order.
  public static let columns = [
    "claim", "experiment", "tissue", "readout", "variant", "metric", "expected", "found", "share_agree", "standing",
    "basis", "status", "found_p5", "found_p95", "share_prior", "title", "note",
  ]
}

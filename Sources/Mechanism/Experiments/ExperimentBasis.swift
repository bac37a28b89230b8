import CResources
import Domain

/// Whether a claim was shown to the calibration, and how often draws of the priors alone agree with it.
///
/// `split.csv` was written before the fit that ships; `prior_agreement.csv` is written by the calibration program.
struct ExperimentBasis: Sendable {
  /// Share of prior draws from which on the structure alone is said to give a readout.
  static let structuralShare = 0.99

  private let training: Set<String>
  private let shares: [String: Double]

  init(split: DataFile, priorAgreement: DataFile) {
    training = Set(
      split.rows.indices.filter { split.value($0, "kind") == "claim" && split.value($0, "part") == "training" }
        .map { split.value($0, "id") })
    shares = Dictionary(
      priorAgreement.rows.indices.map { row in
        (
          priorAgreement.value(row, "experiment") + " " + priorAgreement.value(row, "readout"),
          Double(priorAgreement.value(row, "share_agree")) ?? .nan
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  static let shipped = ExperimentBasis(
    split: DataFile(rheostat_split_csv()), priorAgreement: DataFile(rheostat_prior_agreement_csv()))

  func sharePrior(_ experiment: Experiment) -> Double {
    shares["\(experiment.identifier) \(experiment.comparison.readout)"] ?? .nan
  }

  func basis(of experiment: Experiment) -> ExperimentResult.Basis {
    training.contains(experiment.claim) || sharePrior(experiment) >= Self.structuralShare ? .builtIn : .heldOut
  }
}

import ArgumentParser

/// The calibration of the model: see Calibration/README.md.
@main
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Fits the model's parameters to published facts and the review's claims.",
    subcommands: [
      Fit.self, CompareRuns.self, FitsWithout.self, Condition.self, Assess.self, PriorAgreement.self, ShipEnsemble.self,
      Claims.self,
      CalibrationReport.self, Trace.self, Validate.self, IndexPages.self,
    ])
}

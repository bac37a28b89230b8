import ArgumentParser

/// The program that fits the model's parameters to published facts.
@main
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fits an ensemble of parameter sets of the model to published facts, from a seed.")
}

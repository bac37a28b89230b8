import ArgumentParser
import Foundation
import Mechanism
import Report
import Statistics

/// Why a fact or a claim comes out as it does: every variable on the way, and the parameters that it hangs on.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trace a fact, or an experiment of a claim, through the model's variables and parameters.",
    discussion: """
      One row a variable: how the same change moves it, measured as the readout is, over the parameter sets (median, 5th
      and 95th centile), and how its moves go with the readout's from set to set (Spearman). One row a parameter: how its
      value goes with the readout's move. What correlates need not cause; a knot is found where a variable before it
      moves as it should and the one after it does not.

      Example:
        calibrate trace F02
        calibrate trace C18.1 --readout fat_storage_a --variant B
      """)

  @Argument(help: "A fact, or an experiment of a claim.") var identifier: String
  @Option(help: "A table of parameter sets.") var sets = "Calibration/Result/conditioned.csv"
  @Option(help: "Which readout of a claim; its first where nothing is said.") var readout: String?
  @Option(help: "A or B; a fact's own where nothing is said.") var variant: String?
  @Option(help: "How many parameters are listed.") var parameters = 15

  mutating func run() throws {
    let ensemble = try SampleFile.ensemble(sets)
    let model = try ExperimentModel.shipped(parameters: ensemble.parameters)
    let facts = try Fact.all(Folder.table("facts.csv")).filter { $0.identifier == identifier }
    let claims = try Experiment.shipped().filter { $0.identifier == identifier }
    guard
      let comparison = (facts.map(\.comparison) + claims.map(\.comparison))
        .first(where: { readout == nil || $0.readout == readout })
    else { throw ValidationError("No fact and no experiment of a claim is called \(identifier), with such a readout.") }
    if let variant, !["A", "B"].contains(variant) { throw ValidationError("The variant is A or B.") }
    let isB = variant.map { $0 == "B" } ?? facts.contains(where: \.isVariantB)
    let trace = try VariableTrace(model, comparison, ensemble, variantB: isB)
    FileHandle.standardOutput.write(Data(trace.table(parameters: parameters)))
  }
}

/// What one comparison does to every variable of the model.
struct VariableTrace {
  /// One variable or parameter: its values set by set.
  struct Line {
    let name: String
    let values: [Double]
    let correlation: Double
  }

  let variables, parameters: [Line]
  /// How the tables call what is measured on variables: a log2 ratio of 1 is twice.
  let measure: String

  init(_ model: ExperimentModel, _ comparison: Comparison, _ ensemble: ParameterEnsemble, variantB: Bool) throws {
    measure = comparison.measure.name
    let names = model.readable
    let problem = try ConditionProblem(model, [comparison] + names.map(comparison.reading))
    var solver = ConditionSolver(problem)
    let outcomes = ensemble.sets.map { solver.outcomes($0, variantB: variantB).map(\.value) }
    let target = outcomes.map { $0[0] }
    func line(_ name: String, _ values: [Double]) -> Line {
      let whole = target.indices.filter { values[$0].isFinite && target[$0].isFinite }
      return Line(
        name: name, values: whole.map { values[$0] },
        correlation: RankCorrelation.spearman(whole.map { values[$0] }, whole.map { target[$0] }))
    }
    variables = names.indices.map { place in line(names[place], outcomes.map { $0[place + 1] }) }
      .filter { one in one.values.contains { abs($0) > 1e-9 } }
    parameters = ensemble.parameters.indices.map { place in
      line(ensemble.parameters[place], ensemble.sets.map { $0[place] })
    }
    .filter { $0.correlation.isFinite }
    .sorted { (-abs($0.correlation), $0.name) < (-abs($1.correlation), $1.name) }
  }

  /// As CSV: variables in the order of the model, then the parameters that the readout hangs on most.
  func table(parameters count: Int) -> [UInt8] {
    var writer = CSVWriter()
    for column in ["kind", "id", "measure", "median", "p5", "p95", "correlation"] { writer.text(column) }
    writer.endRow()
    for (kind, lines) in [("variable", variables), ("parameter", Array(parameters.prefix(count)))] {
      for line in lines {
        let sorted = line.values.sorted()
        writer.text(kind)
        writer.text(line.name)
        writer.text(kind == "variable" ? measure : "value")
        for p in [0.5, 0.05, 0.95] {
          writer.number(sorted.isEmpty ? .nan : (Quantile.type7(sorted: sorted, p: p) * 1e4).rounded() / 1e4)
        }
        writer.number((line.correlation * 100).rounded() / 100)
        writer.endRow()
      }
    }
    return writer.bytes
  }
}

import Domain
import Foundation
import Mechanism
import Report

/// The sample as files: `sample.csv` (log likelihood, then one column a parameter) and `stages.csv`.
enum SampleFile {
  /// The sets of a sample or an ensemble; a column of log likelihoods is left out.
  static func ensemble(_ path: String) throws -> ParameterEnsemble {
    let file = try Folder.file(path)
    let columns = file.header.indices.filter { file.header[$0] != "log_likelihood" }
    return ParameterEnsemble(
      parameters: columns.map { file.header[$0] },
      sets: file.rows.map { row in columns.map { Double(row[$0]) ?? .nan } })
  }

  static func write(_ sample: PosteriorSample, priors: PriorTable, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try writeSets(sample, priors: priors, to: folder + "/sample.csv")
    try writeStages(sample, to: folder + "/stages.csv")
  }

  /// Log likelihood, then one column a parameter.
  static func writeSets(_ sample: PosteriorSample, priors: PriorTable, to path: String) throws {
    let values = priors.values(at: sample.points)
    var table = CSVWriter()
    table.text("log_likelihood")
    for entry in priors.entries { table.text(entry.name) }
    table.endRow()
    for particle in 0..<values.count {
      table.number(sample.logLikelihoods[particle])
      for coordinate in 0..<priors.count { table.number(values[particle, coordinate]) }
      table.endRow()
    }
    try Data(table.bytes).write(to: URL(filePath: path))
  }

  private static func writeStages(_ sample: PosteriorSample, to path: String) throws {
    var stages = CSVWriter()
    for column in [
      "stage", "temperature", "effective_sample_size", "parents", "roots", "sweeps", "accepted_random_walk",
      "accepted_differential", "mean_correlation", "greatest_correlation", "log_evidence",
    ] { stages.text(column) }
    stages.endRow()
    for stage in sample.stages {
      stages.integer(stage.stage)
      stages.number(stage.temperature)
      stages.number(stage.effectiveSampleSize)
      stages.integer(stage.parents)
      stages.integer(stage.roots)
      stages.integer(stage.sweeps)
      stages.number(stage.acceptance(of: .randomWalk))
      stages.number(stage.acceptance(of: .differential))
      stages.number(stage.meanCorrelation)
      stages.number(stage.greatestCorrelation)
      stages.number(stage.logEvidence)
      stages.endRow()
    }
    try Data(stages.bytes).write(to: URL(filePath: path))
  }
}

import Domain
import Foundation
import Report

/// What a fit was told and what came of it, beside its sample: `run.csv`, a name and a value a row.
enum RunFile {
  static func write(_ settings: SamplerSettings, _ sample: PosteriorSample, without: [String], to folder: String) throws
  {
    let size = sample.effectiveSampleSize
    let rows: [(String, Double)] = [
      ("particles", Double(settings.particles)), ("effective_share", settings.effectiveShare),
      ("sweeps", Double(settings.sweeps.most)), ("final_sweeps", Double(settings.finalSweeps.most)),
      ("largest_subset", Double(settings.largestSubset)), ("evaluations", Double(sample.evaluations)),
      ("finite_starts", Double(sample.finiteStarts)), ("log_evidence", sample.logEvidence),
      ("log_evidence_error", sample.logEvidenceError), ("distinct", Double(size.distinct)), ("lag", Double(size.lag)),
      ("ancestors", Double(size.ancestors)), ("families", size.families), ("effective_least", size.least),
      ("effective_median", size.median),
    ]
    try write(
      seed: settings.seed, rows, words: [("without", without.joined(separator: " "))], to: folder + "/run.csv")
  }

  /// Numbers, then words, a name and a value a row.
  static func write(
    seed: UInt64, _ rows: [(String, Double)], words: [(String, String)] = [], to path: String
  ) throws {
    var table = CSVWriter()
    // A seed is a name, not a measurement: all its digits.
    for (name, value) in [("name", "value"), ("seed", String(seed))] {
      table.text(name)
      table.text(value)
      table.endRow()
    }
    for (name, value) in rows {
      table.text(name)
      table.number(value)
      table.endRow()
    }
    for (name, word) in words {
      table.text(name)
      table.text(word)
      table.endRow()
    }
    try Data(table.bytes).write(to: URL(filePath: path))
  }

  /// The values by name; nil where a fit was made before there was such a file.
  static func read(_ folder: String, _ name: String = "run.csv") -> [String: String]? {
    guard let file = try? Folder.file(folder + "/" + name) else { return nil }
    return Dictionary(
      file.rows.indices.map { (file.value($0, "name"), file.value($0, "value")) },
      uniquingKeysWith: { first, _ in first })
  }
}

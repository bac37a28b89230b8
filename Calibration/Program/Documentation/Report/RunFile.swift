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
    var table = CSVWriter()
    table.text("name")
    table.text("value")
    table.endRow()
    table.text("seed")
    // A seed is a name, not a measurement: all its digits.
    table.text(String(settings.seed))
    table.endRow()
    for (name, value) in rows {
      table.text(name)
      table.number(value)
      table.endRow()
    }
    table.text("without")
    table.text(without.joined(separator: " "))
    table.endRow()
    try Data(table.bytes).write(to: URL(filePath: folder + "/run.csv"))
  }

  /// The values by name; nil where a fit was made before there was such a file.
  static func read(_ folder: String, _ name: String = "run.csv") -> [String: String]? {
    guard let file = try? Folder.file(folder + "/" + name) else { return nil }
    return Dictionary(
      file.rows.indices.map { (file.value($0, "name"), file.value($0, "value")) },
      uniquingKeysWith: { first, _ in first })
  }
}

import Domain
import Testing

@testable import Mechanism

/// Rows of a table of comparisons as text, for tests.
enum ComparisonText {
  static let columns = [
    "context", "background", "against", "clamp", "both", "habit", "test", "sweep", "readout", "metric",
  ]
  /// A row that can be read: what a test does not say.
  static let plain = ["context": "held", "background": "healthy", "readout": "akt_m", "metric": "log2 ratio"]

  static func file(_ text: String) -> DataFile { Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) } }

  /// A table of rows that differ from the plain one in some columns.
  static func table(_ rows: [[String: String]]) -> DataFile {
    let lines = rows.map { row in columns.map { row[$0] ?? plain[$0] ?? "" }.joined(separator: ",") }
    return file(([columns.joined(separator: ",")] + lines).map { $0 + "\n" }.joined())
  }

  /// The comparisons of one such row.
  static func read(_ row: [String: String], clamps: [String: String] = [:]) throws(Comparison.Fault) -> [Comparison] {
    try Comparison.read(table([row]), 0, clamps: clamps)
  }

  /// The comparison of one such row with one readout.
  static func one(_ row: [String: String]) throws -> Comparison {
    let comparisons = try read(row)
    #expect(comparisons.count == 1)
    return try #require(comparisons.first)
  }
}

import CResources
import Domain
import Foundation
import Indices
import Report

/// The golden vectors that ship with the tool: values of other programs and papers, held against the indices.
public struct Verification: Sendable {
  /// One vector and what came of it.
  public struct Row: Sendable, Encodable {
    public let index, inputs, expected, computed, tolerance, oracle, source: String
    public let ok: Bool
  }

  public let rows: [Row]
  /// Indices with fewer than two vectors from outside.
  public let thin: [String]

  /// Whether a vector is missed.
  public var hasMismatch: Bool { rows.contains { !$0.ok } }

  /// Runs all vectors.
  public init() throws {
    let file = DataFile(rheostat_vectors_csv())
    rows = try file.rows.indices.map { row in
      func cell(_ column: String) -> String { file.value(row, column) }
      let index = try CalculatedIndex.named(cell("index"))
      let answer = try index.answer(cell("inputs").split(separator: " ").map(String.init))
      return Row(
        index: index.id, inputs: cell("inputs"), expected: cell("expected"), computed: answer.text,
        tolerance: cell("tolerance"), oracle: cell("oracle"), source: cell("source"),
        ok: Self.agrees(answer, expected: cell("expected"), tolerance: cell("tolerance")))
    }
    let counts = Dictionary(grouping: rows, by: \.index).mapValues(\.count)
    thin = CalculatedIndex.all.map(\.id).filter { counts[$0, default: 0] < 2 }
  }

  /// An empty expectation is that there is no value.
  private static func agrees(_ answer: CalculatedIndex.Answer, expected: String, tolerance: String) -> Bool {
    if expected.isEmpty { return answer.number == nil }
    if let level = answer.level { return level == expected }
    guard let number = answer.number, let expected = Double(expected) else { return false }
    return abs(number - expected) <= (Double(tolerance) ?? 0)
  }

  /// A line a vector, then the counts.
  public var text: String {
    let lines = rows.map { row in
      "\(row.ok ? "ok  " : "MISS") \(row.index)  \(row.inputs)  expected \(row.expected.isEmpty ? "no value" : row.expected)"
        + " +- \(row.tolerance.isEmpty ? "-" : row.tolerance), computed \(row.computed.isEmpty ? "none" : row.computed)"
        + "  [\(row.oracle); \(row.source)]"
    }
    let missed = rows.count { !$0.ok }
    return
      (lines + [
        "", "\(rows.count) vectors from outside, \(missed) missed.",
        "Fewer than two outside vectors could be had for: \(thin.joined(separator: ", ")).",
      ]).joined(separator: "\n")
  }

  /// JSON: one object a vector.
  public func json() throws -> String { try Commands.json(rows) }
}

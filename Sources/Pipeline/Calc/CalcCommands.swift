import Domain
import Foundation
import Indices
import Ingest
import Report

/// What `rheostat calc` says of one value.
public struct Calculation: Sendable {
  let index: CalculatedIndex
  let words: [String]
  public let answer: CalculatedIndex.Answer

  /// Whether inputs are wanting.
  public var lacksInput: Bool { answer.reason == "missing_input" }

  /// For people.
  public var text: String {
    var lines: [String] = []
    let unit = index.unit == "1" ? "" : " " + index.unit
    let shown = answer.level ?? answer.number.map { NumberText.significant($0, 6) + unit } ?? "no value"
    lines.append("\(index.name): \(shown)  (\(answer.status)\(answer.reason.isEmpty ? "" : ", " + answer.reason))")
    if !answer.reasonText.isEmpty { lines.append("  " + answer.reasonText) }
    if !answer.missing.isEmpty { lines.append("  Missing: " + answer.missing.joined(separator: ", ")) }
    lines += answer.readings?.lines ?? []
    lines.append("  Given:    " + words.joined(separator: " "))
    lines.append("  Formula:  " + index.formula)
    for (label, text) in [
      ("Validity", index.validity), ("Cut-off", index.cutoff), ("In CKD", index.caveat), ("Source", index.source),
    ] where !text.isEmpty {
      lines.append("  " + label + ":" + String(repeating: " ", count: 9 - label.count) + text)
    }
    return lines.joined(separator: "\n")
  }

  private struct Document: Encodable {
    let index, name: String
    let value: Double?
    let level: String?
    let unit, status, reason, reasonText: String
    let missing, given: [String]
    let measured: String?
    let criteria: [SyndromeReadings.Criterion]?
    let formula, validity, cutoff, caveat, source: String
  }

  /// JSON with the same content; the value has all its digits.
  public func json() throws -> String {
    try Commands.json(
      Document(
        index: index.id, name: index.name, value: answer.number, level: answer.level, unit: index.unit,
        status: answer.status, reason: answer.reason, reasonText: answer.reasonText, missing: answer.missing,
        given: words, measured: answer.readings?.measured, criteria: answer.readings?.criteria, formula: index.formula,
        validity: index.validity, cutoff: index.cutoff, caveat: index.caveat,
        source: index.source))
  }
}

extension Commands {
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// `rheostat calc INDEX NAME=VALUE[UNIT]...`.
  public static func calculate(_ id: String, _ words: [String]) throws -> Calculation {
    let index = try CalculatedIndex.named(id)
    return Calculation(index: index, words: words, answer: try index.answer(words))
  }

  /// `rheostat calc --list`: a line an index, or JSON.
  public static func listIndices(json asJSON: Bool) throws -> String {
    struct Entry: Encodable {
      let index, name, unit, formula, validity, cutoff, caveat, source: String
      let inputs: [String]
    }
    if asJSON {
      return try json(
        CalculatedIndex.all.map {
          Entry(
            index: $0.id, name: $0.name, unit: $0.unit, formula: $0.formula, validity: $0.validity, cutoff: $0.cutoff,
            caveat: $0.caveat, source: $0.source, inputs: $0.inputs)
        })
    }
    return CalculatedIndex.all.map { one in
      one.id + String(repeating: " ", count: max(1, 26 - one.id.count)) + one.name
        + (one.inputs.isEmpty ? "" : "  <- " + one.inputs.joined(separator: " "))
    }.joined(separator: "\n")
  }
}

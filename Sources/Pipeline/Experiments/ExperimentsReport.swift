import Domain
import Foundation
import Mechanism
import Report

/// What `rheostat experiments` says, as a table for people, CSV or JSON.
public struct ExperimentsReport: Sendable {
  /// One row an experiment, readout and variant.
  public let results: [ExperimentResult]

  /// Whether a claim that counts was not reproduced.
  public var hasMismatch: Bool { results.contains { $0.status == .disagrees } }

  /// CSV with the columns of ``ExperimentResult/columns``.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    for column in ExperimentResult.columns { writer.text(column) }
    writer.endRow()
    for result in results {
      for field in Self.fields(result) {
        switch field.value {
        case .text(let text): writer.text(text)
        case .number(let number): writer.number(Self.rounded(number))
        }
      }
      writer.endRow()
    }
    return writer.bytes
  }

  /// JSON: a list of objects with the names of the columns, null where there is no number.
  public func json() throws -> String {
    let rows = results.map { result in
      Dictionary(uniqueKeysWithValues: Self.fields(result).map { ($0.column, $0.value) })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  enum Value: Encodable {
    case text(String)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number):
        if number.isFinite { try container.encode(rounded(number)) } else { try container.encodeNil() }
      }
    }
  }

  private static func fields(_ result: ExperimentResult) -> [(column: String, value: Value)] {
    let values: [Value] = [
      .text(result.claim), .text(result.experiment), .text(result.tissue), .text(result.readout),
      .text(result.variant), .text(result.metric), .text(result.expected), .number(result.found),
      .number(result.shareAgree), .text(result.standing.rawValue), .text(result.basis?.rawValue ?? ""),
      .text(result.status.rawValue), .number(result.low), .number(result.high), .number(result.sharePrior),
      .text(result.title), .text(result.note),
    ]
    return Array(zip(ExperimentResult.columns, values)).map { (column: $0.0, value: $0.1) }
  }

  /// Four figures: the ensemble knows no more.
  private static func rounded(_ number: Double) -> Double {
    Double(NumberText.significant(number, 4)) ?? number
  }

  /// For people: one line a readout with both variants side by side, then the count.
  public var text: String {
    var lines: [String] = []
    var last = ""
    for result in results where result.variant != "B" {
      if result.claim != last { lines += ["", heading(result.claim)] }
      last = result.claim
      guard !result.experiment.isEmpty else {
        lines.append("  \(result.standing.rawValue): \(result.note)")
        continue
      }
      let other = results.first {
        $0.variant == "B" && $0.experiment == result.experiment && $0.readout == result.readout
          && $0.title == result.title
      }
      lines.append("  " + line(result, other))
    }
    return (lines.dropFirst() + ["", summary]).joined(separator: "\n")
  }

  private func heading(_ claim: String) -> String {
    let text = Claim.all.first { $0.identifier == claim }?.statement ?? ""
    return "\(claim)  \(text)"
  }

  private func line(_ result: ExperimentResult, _ other: ExperimentResult?) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func found(_ one: ExperimentResult) -> String {
      let share = one.shareAgree.isFinite ? "\(NumberText.significant(100 * one.shareAgree, 3)) %" : "-"
      return padded(NumberText.significant(one.found, 2), 8) + padded(share, 8)
    }
    let mark = [result, other].contains { $0?.status == .disagrees } ? "DISAGREES" : result.status.rawValue
    return padded(result.readout, 24) + padded(result.expected, 16) + "A " + found(result) + "B "
      + (other.map(found) ?? padded("", 16)) + padded(result.basis?.rawValue ?? "", 16) + padded(mark, 12)
      + result.title
  }

  /// The three numbers that must be told apart.
  public var summary: String {
    let counts = AgreementCount.all(results)
    func count(_ basis: ExperimentResult.Basis) -> String {
      counts.first { $0.basis == basis }.map { "\($0.agreeing) of \($0.total)" } ?? ""
    }
    return """
      Readouts that agree with the review in at least 95 % of the parameter sets, variant A, disputed claims apart:
        built in (the calibration saw the claim, or the structure alone gives it)  \(count(.builtIn))
        held out (predicted)                                                       \(count(.heldOut))
        by construction (an input repeated; no evidence)                           \(count(.byConstruction))
      The model is a hypothesis. Agreement with the review is no validation: docs/claims lists what speaks against it.
      """
  }
}

extension Commands {
  /// `rheostat experiments`.
  /// - Parameter claims: ids of `claims.csv`; all where empty.
  public static func experiments(claims: [String]) throws -> ExperimentsReport {
    let known = Set(Claim.all.map(\.identifier))
    if let unknown = claims.first(where: { !known.contains($0) }) {
      throw RheostatError(
        .usage, "There is no claim \(unknown.debugDescription).",
        advice: "Claims are called C01 to C57, P01 to P03, U01 and U02.")
    }
    do {
      return ExperimentsReport(results: try ExperimentRun(claims: claims, classifies: true).results())
    } catch {
      throw RheostatError(.internalError, "The shipped model cannot be read: \(error).")
    }
  }
}

import Domain

/// One column of `patients.csv`: what the codebook says of it, and how a visit fills it.
struct TableColumn {
  /// A field of a row.
  enum Field: Equatable {
    case missing
    case number(Double)
    case integer(Int)
    case text(String)
  }

  let name: String
  let label: String
  /// `number`, `integer`, `code` (one of a short list) or `text`.
  let type: StaticString
  var unit = ""
  var formula = ""
  var source = ""
  var coding = ""
  /// The field of one visit.
  let field: @Sendable (ScoredBlock, Int) -> Field

  /// A column of numbers, empty where a value is not finite.
  static func number(
    _ name: String, _ label: String, unit: String = "", formula: String = "", source: String = "",
    _ value: @escaping @Sendable (ScoredBlock, Int) -> Double
  ) -> TableColumn {
    TableColumn(name: name, label: label, type: "number", unit: unit, formula: formula, source: source) {
      let number = value($0, $1)
      return number.isFinite ? .number(number) : .missing
    }
  }

  /// A column of codes, empty where there is none.
  static func code(
    _ name: String, _ label: String, coding: String, formula: String = "", source: String = "",
    _ value: @escaping @Sendable (ScoredBlock, Int) -> String
  ) -> TableColumn {
    TableColumn(name: name, label: label, type: "code", formula: formula, source: source, coding: coding) {
      let text = value($0, $1)
      return text.isEmpty ? .missing : .text(text)
    }
  }

  /// A column of free text, empty where there is none.
  static func text(
    _ name: String, _ label: String, source: String = "", coding: String = "",
    _ value: @escaping @Sendable (ScoredBlock, Int) -> String
  ) -> TableColumn {
    TableColumn(name: name, label: label, type: "text", source: source, coding: coding) {
      let text = value($0, $1)
      return text.isEmpty ? .missing : .text(text)
    }
  }
}

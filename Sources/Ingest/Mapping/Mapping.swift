import Domain

/// What a person says of a file: which column is what, in which unit, and how codes are to be read.
///
/// Written in TOML; `docs/ingest.md` describes every key. With a mapping, only the columns it names are read.
public struct Mapping: Sendable {
  /// The layout of a table of results.
  public enum Layout: String, Sendable, CaseIterable {
    /// One row a patient and visit, a column a result.
    case wide
    /// One row a result.
    case long
  }

  /// What the mapping says of one column.
  struct Column: Sendable, Equatable {
    /// The name in the file's header, or any label where `position` is given.
    var header: String
    /// The column's place, from 1, where the header cannot tell it from another.
    var position: Int?
    var role: ColumnRole
    var unit: String?
    /// The file's codes and what they mean, sorted by code.
    var values: [CodedValue] = []
    var belowLimitColumn: String?
    var belowLimitValues: [String] = []
    /// The line of the mapping on which the column's table begins.
    var line = 0
  }

  /// One code of the file and what it stands for.
  struct CodedValue: Sendable, Equatable {
    var code: String
    var meaning: String
  }

  /// The file that the mapping came from, for messages.
  public let name: String
  /// Nil where the mapping leaves it to be found out.
  public internal(set) var layout: Layout?
  /// Picomoles of insulin in a microunit (`insulin_pmol_per_uU`), applied to every unit of insulin activity.
  public internal(set) var insulinFactor = Mapping.defaultInsulinFactor
  var delimiter: UInt8?
  var encoding: TextEncoding?
  var decimalMark: DecimalMark?
  var dateFormat: DateFormat?
  var qualifiers: [String] = []
  var missing: [String] = []
  var columns: [Column] = []
  /// Units for analytes of a long file whose rows give none, sorted by analyte.
  var units: [CodedValue] = []
  /// Covariates true of everybody in the file, in the order of `Covariate`.
  var constants: [Constant] = []

  struct Constant: Sendable, Equatable {
    var covariate: Covariate
    var code: UInt8
    var text: String
  }

  /// 6.00 pmol/uU (Knopp 2019, PMID 30318910).
  public static let defaultInsulinFactor = 6.00
  /// What a mapping may set: factors in use lie between 6.0 and 7.174; beyond 5 to 8 it is a slip of the pen.
  public static let insulinFactorRange = 5.0...8.0

  /// The names of the columns that pass through into the tables, in the order of the mapping's keys.
  public var kept: [String] {
    columns.compactMap { column in if case .keep(let name) = column.role { name } else { nil } }
  }

  init(name: String) { self.name = name }

  /// Reads a mapping.
  /// - Parameters:
  ///   - toml: the text, TOML 1.0.
  ///   - name: the file's name, for messages.
  /// - Throws: 65 where it is not TOML, has a key that is unknown or a value that is not allowed, with the line.
  public init(toml: String, name: String) throws(RheostatError) {
    self = try MappingParser(text: toml, name: name).parse()
  }

  /// All that the mapping says, in one fixed order and spelling: equal for mappings of equal meaning.
  public var canonicalText: String {
    var lines = ["version = 1"]
    func add(_ key: String, _ value: String?) { if let value { lines.append(key + " = " + MappingText.quoted(value)) } }
    add("layout", layout?.rawValue)
    add("delimiter", delimiter.map { String(UnicodeScalar($0)) })
    add("encoding", encoding?.rawValue)
    add("decimal", decimalMark?.text)
    add("date_format", dateFormat?.rawValue)
    lines.append("insulin_pmol_per_uU = \(insulinFactor)")
    add("qualifiers", qualifiers.isEmpty ? nil : MappingText.list(qualifiers.sorted()))
    add("missing", missing.isEmpty ? nil : MappingText.list(missing.sorted()))
    for column in columns {
      lines.append("column " + MappingText.quoted(column.header))
      add("  position", column.position.map(String.init))
      add("  role", column.role.word)
      if case .keep(let name) = column.role { add("  name", name) }
      add("  unit", column.unit)
      for value in column.values { add("  value " + MappingText.quoted(value.code), value.meaning) }
      add("  below_limit_column", column.belowLimitColumn)
      if !column.belowLimitValues.isEmpty {
        add("  below_limit_values", MappingText.list(column.belowLimitValues.sorted()))
      }
    }
    for unit in units { add("unit " + unit.code, unit.meaning) }
    for constant in constants { add("constant " + constant.covariate.rawValue, constant.text) }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Spelling of strings in TOML and in canonical texts.
enum MappingText {
  /// In double quotes, as TOML's basic strings.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if Printable.isHarmful(scalar) {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }
}

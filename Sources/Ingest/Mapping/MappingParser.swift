import Domain
import TOMLKit

/// Turns the text of a mapping into a `Mapping`, refusing every key and value that it does not know.
struct MappingParser {
  private let text: String
  private let name: String
  private let lines: TOMLLines
  private static let sizeLimit = 1 << 20

  init(text: String, name: String) {
    self.text = text
    self.name = name
    lines = TOMLLines(text)
  }

  func parse() throws(RheostatError) -> Mapping {
    // The parser takes a C string: a NUL would end it early and silently.
    guard text.utf8.count <= Self.sizeLimit, !text.utf8.contains(0) else {
      throw fault([], "The mapping is over 1 MiB or holds NUL bytes.", "Write it as plain TOML text.")
    }
    if let fault = TOMLGuard.firstFault(text) {
      throw RheostatError(
        .dataUnusable, "The mapping is not TOML: \(fault.message).",
        advice:
          "See docs/ingest.md for its form; a header with other than letters, digits, _ and - needs double quotes.",
        location: "\(Printable.text(name)), line \(fault.line)")
    }
    let root: TOMLTable
    do { root = try TOMLTable(string: text) } catch {
      if let error = error as? TOMLParseError {
        throw RheostatError(
          .dataUnusable, "The mapping is not TOML: \(Printable.text(error.description, limit: 300)).",
          advice: "See docs/ingest.md for its form.",
          location: "\(Printable.text(name)), line \(error.source.begin.line), column \(error.source.begin.column)")
      }
      throw fault([], "The mapping is not TOML.", "See docs/ingest.md for its form.")
    }
    var mapping = Mapping(name: name)
    try allow(["version", "file", "settings", "columns", "units", "constants"], in: root, [])
    guard root["version"]?.int == 1 else {
      throw fault(["version"], "The mapping must say `version = 1`.", "Put it on the first line.")
    }
    try readFile(try table(root, "file"), &mapping)
    try readSettings(try table(root, "settings"), &mapping)
    if let columns = try table(root, "columns") {
      for key in columns.keys.sorted() { mapping.columns.append(try readColumn(key, columns)) }
    }
    try readUnits(try table(root, "units"), &mapping)
    try readConstants(try table(root, "constants"), &mapping)
    try MappingCheck(mapping: mapping, place: Printable.text(name)).check()
    return mapping
  }

  private func readFile(_ table: TOMLTable?, _ mapping: inout Mapping) throws(RheostatError) {
    guard let table else { return }
    try allow(["layout", "delimiter", "encoding", "decimal", "date_format"], in: table, ["file"])
    mapping.layout = try choice(table, ["file", "layout"], Mapping.Layout.allCases.map { ($0.rawValue, $0) })
    mapping.delimiter = try choice(
      table, ["file", "delimiter"],
      [(",", 0x2C), (";", 0x3B), ("\t", 0x09), ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09)])
    mapping.encoding = try choice(
      table, ["file", "encoding"], TextEncoding.allCases.map { ($0.rawValue, $0) } + [("iso-8859-1", .latin1)])
    mapping.decimalMark = try choice(
      table, ["file", "decimal"], [(".", .point), (",", .comma), ("point", .point), ("comma", .comma)])
    mapping.dateFormat = try choice(table, ["file", "date_format"], DateFormat.allCases.map { ($0.rawValue, $0) })
  }

  private func readSettings(_ table: TOMLTable?, _ mapping: inout Mapping) throws(RheostatError) {
    guard let table else { return }
    try allow(["insulin_pmol_per_uU", "qualifiers", "missing"], in: table, ["settings"])
    if let value = table["insulin_pmol_per_uU"] {
      let factor = value.double ?? value.int.map(Double.init) ?? .nan
      guard Mapping.insulinFactorRange.contains(factor) else {
        throw fault(
          ["settings", "insulin_pmol_per_uU"], "The insulin factor must be a number from 5.0 to 8.0 pmol per uU.",
          "6.00 is right for human insulin (Knopp 2019).")
      }
      mapping.insulinFactor = factor
    }
    mapping.qualifiers = try strings(table, ["settings", "qualifiers"])
    mapping.missing = try strings(table, ["settings", "missing"])
  }

  private func readColumn(_ key: String, _ columns: TOMLTable) throws(RheostatError) -> Mapping.Column {
    let path = ["columns", key]
    guard let table = columns[key]?.table else {
      throw fault(
        path, "columns.\(Printable.text(key)) must be a table.", "Write [columns.\(MappingText.quoted(key))].")
    }
    try allow(
      ["role", "unit", "values", "name", "column", "below_limit_column", "below_limit_values"], in: table, path)
    guard let word = try string(table, path + ["role"]) else {
      throw fault(path, "Column \(MappingText.quoted(key)) has no role.", "Add `role = ...`.")
    }
    guard var role = ColumnRole(word: word) else {
      throw fault(
        path + ["role"], "There is no role \(MappingText.quoted(word)).",
        Closest.advice(word, ColumnRole.words))
    }
    let keptName = try string(table, path + ["name"])
    if case .keep = role {
      role = .keep(try kept(keptName ?? key, path))
    } else if keptName != nil {
      throw fault(path + ["name"], "Only a column with role \"keep\" takes a name.", "Take `name` out.")
    }
    var column = Mapping.Column(header: key, role: role, line: lines.line(path))
    if let position = table["column"] {
      guard let number = position.int, number >= 1 else {
        throw fault(path + ["column"], "`column` is the place of the column, 1 for the first.", "Give a whole number.")
      }
      column.position = number
    }
    column.unit = try string(table, path + ["unit"])
    column.values = try codes(table, path + ["values"])
    column.belowLimitColumn = try string(table, path + ["below_limit_column"])
    column.belowLimitValues = try strings(table, path + ["below_limit_values"])
    return column
  }

  /// Kept columns stand in the tables beside our own, so their names must be fit for that.
  private func kept(_ name: String, _ path: [String]) throws(RheostatError) -> String {
    guard KeptName.isAllowed(name) else {
      throw fault(
        path, "The kept column cannot be called \(MappingText.quoted(name)).",
        "Give `name` letters, digits and underscores, a letter first, at most 32, and not a name of Rheostat's own columns."
      )
    }
    return name
  }

  private func readUnits(_ table: TOMLTable?, _ mapping: inout Mapping) throws(RheostatError) {
    guard let table else { return }
    for key in table.keys.sorted() {
      guard let analyte = Analyte(name: key) else {
        throw fault(
          ["units", key], "There is no analyte \(MappingText.quoted(key)).",
          Closest.advice(key, Analyte.allCases.map(\.name)))
      }
      guard let unit = try string(table, ["units", key]) else { continue }
      guard UnitSpelling.index(unit, of: analyte) != nil else {
        throw fault(
          ["units", key], "\(analyte.name) has no unit \(MappingText.quoted(unit)).", UnitSpelling.advice(analyte))
      }
      mapping.units.append(Mapping.CodedValue(code: analyte.name, meaning: unit))
    }
  }

  private func readConstants(_ table: TOMLTable?, _ mapping: inout Mapping) throws(RheostatError) {
    guard let table else { return }
    let names = Covariate.allCases.map(\.rawValue)
    try allow(names, in: table, ["constants"])
    for covariate in Covariate.allCases {
      guard let word = try string(table, ["constants", covariate.rawValue]) else { continue }
      guard let code = CovariateWords.code(of: word, for: covariate), code > 0 else {
        throw fault(
          ["constants", covariate.rawValue], "\(covariate.rawValue) cannot be \(MappingText.quoted(word)).",
          "Use one of: \(covariate.codes.dropFirst().joined(separator: ", ")).")
      }
      mapping.constants.append(Mapping.Constant(covariate: covariate, code: code, text: word))
    }
  }
}

extension MappingParser {
  private func fault(_ path: [String], _ message: String, _ advice: String) -> RheostatError {
    RheostatError(
      .dataUnusable, message, advice: advice, location: "\(Printable.text(name)), line \(lines.line(path))")
  }

  private func allow(_ known: [String], in table: TOMLTable, _ path: [String]) throws(RheostatError) {
    for key in table.keys.sorted() where !known.contains(key) {
      throw fault(
        path + [key], "The mapping has an unknown key \(MappingText.quoted(key)).", Closest.advice(key, known))
    }
  }

  private func table(_ parent: TOMLTable, _ key: String) throws(RheostatError) -> TOMLTable? {
    guard let value = parent[key] else { return nil }
    guard let table = value.table else { throw fault([key], "`\(key)` must be a table.", "Write [\(key)].") }
    return table
  }

  private func string(_ table: TOMLTable, _ path: [String]) throws(RheostatError) -> String? {
    guard let key = path.last, let value = table[key] else { return nil }
    guard let text = value.string else { throw fault(path, "`\(key)` must be a text.", "Put it in double quotes.") }
    return text
  }

  private func strings(_ table: TOMLTable, _ path: [String]) throws(RheostatError) -> [String] {
    guard let key = path.last, let value = table[key] else { return [] }
    guard let array = value.array else { throw fault(path, "`\(key)` must be a list of texts.", "Write [\"...\"].") }
    var result: [String] = []
    for index in 0..<array.count {
      guard let text = array[index].string else {
        throw fault(path, "`\(key)` must be a list of texts.", "Put each in double quotes.")
      }
      result.append(text)
    }
    return result
  }

  private func codes(_ table: TOMLTable, _ path: [String]) throws(RheostatError) -> [Mapping.CodedValue] {
    guard let key = path.last, let value = table[key] else { return [] }
    guard let inner = value.table else {
      throw fault(path, "`values` must be a table.", "Write { \"1\" = \"male\", \"2\" = \"female\" }.")
    }
    var result: [Mapping.CodedValue] = []
    for code in inner.keys.sorted() {
      guard let meaning = inner[code]?.string else {
        throw fault(path, "What code \(MappingText.quoted(code)) means must be a text.", "Put it in double quotes.")
      }
      result.append(Mapping.CodedValue(code: code, meaning: meaning))
    }
    return result
  }

  private func choice<Value>(
    _ table: TOMLTable, _ path: [String], _ choices: [(String, Value)]
  ) throws(RheostatError) -> Value? {
    guard let word = try string(table, path) else { return nil }
    if let found = choices.first(where: { $0.0 == word }) { return found.1 }
    throw fault(
      path, "`\(path.joined(separator: "."))` cannot be \(MappingText.quoted(word)).",
      "Use one of: \(choices.map { MappingText.quoted($0.0) }.joined(separator: ", ")).")
  }
}

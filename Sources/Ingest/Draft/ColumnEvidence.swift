import Domain

/// What the first rows of a file show of one column, told without giving a person away: no value is repeated from
/// a column that may hold identifiers, dates or free text.
struct ColumnEvidence {
  /// Cells that hold something, and rows looked at.
  let filled: Int
  let rows: Int
  /// Numbers among them, limits such as `<0.5` by their number.
  let numbers: [Double]
  let distinct: Int
  /// The values of a column of few codes, each seen three times at least, in order; empty for any other column.
  let codes: [String]
  private let wholeNumbers: Bool

  /// At most this many different values make a column of codes.
  static let codeLimit = 8

  init(column: Int, rows: ArraySlice<[String]>, mark: DecimalMark) {
    self.rows = rows.count
    var numbers: [Double] = []
    var counts: [String: Int] = [:]
    var filled = 0
    for row in rows where column < row.count {
      Array(row[column].utf8).withUnsafeBufferPointer { bytes in
        let cell = CellText.trimmed(bytes)
        if CellText.isMissing(cell) { return }
        filled += 1
        counts[CellText.string(cell), default: 0] += 1
        if case .number(let value) = CensoredText.read(cell, mark: mark, qualifiers: []).reading {
          numbers.append(value)
        }
      }
    }
    self.filled = filled
    self.numbers = numbers
    distinct = counts.count
    wholeNumbers = numbers.allSatisfy { $0 == $0.rounded() }
    let isCoded =
      counts.count <= Self.codeLimit && counts.allSatisfy { $0.value >= 3 && $0.key.utf8.count <= 16 }
    codes = isCoded ? counts.keys.sorted() : []
  }

  /// `998 of 1000 rows filled`.
  var filling: String { "\(filled) of \(rows) rows filled" }

  /// Whether every filled cell is a number.
  var isNumeric: Bool { filled > 0 && numbers.count == filled }

  /// The range of the numbers, for a column known to be a measurement.
  var range: String? {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return "numbers from \(Printable.number(low)) to \(Printable.number(high))"
  }

  /// What may be told of a column that is not understood: codes where there are few, a range only of numbers
  /// that cannot be running numbers or dates.
  var discreet: String {
    if filled == 0 { return "empty" }
    if !codes.isEmpty { return "values " + codes.map { "\"\(Printable.text($0))\"" }.joined(separator: ", ") }
    if isNumeric, !wholeNumbers, let range { return range }
    return isNumeric ? "whole numbers, not shown" : "text or dates, not shown"
  }

  /// The share of the numbers that are plausible in a unit, in per cent.
  func share(_ analyte: Analyte, _ unit: UnitConversion) -> Int {
    guard !numbers.isEmpty else { return 0 }
    let fitting = numbers.count { analyte.info.plausible.contains(unit.canonical($0)) }
    return fitting * 100 / numbers.count
  }
}

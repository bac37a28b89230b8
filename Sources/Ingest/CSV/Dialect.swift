import Domain

/// How a file separates fields and writes numbers, and what speaks for it.
struct Dialect: Sendable {
  var delimiter: UInt8
  var decimalMark: DecimalMark
  var usesQuotes: Bool
  /// Why this delimiter, for people.
  var delimiterEvidence: String
  /// Why this decimal mark, for people.
  var decimalEvidence: String

  /// The name of a delimiter.
  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    default: "tab"
    }
  }
}

/// The beginning of a file, split into records by one delimiter.
struct Sample: Sendable {
  var delimiter: UInt8
  /// Header and rows, at most 1,001.
  var records: [[String]] = []
  var usesQuotes = false
  /// What stopped the splitting.
  var fault: RheostatError?
  /// The line after the last whole record.
  var nextLine = 1
  /// Share of the rows that have as many fields as the header.
  var consistency = 0.0

  static let rowLimit = 1_000

  /// - Parameter isWhole: whether the window is the whole file; otherwise its last record may be cut and is dropped.
  init(window: [UInt8], isWhole: Bool, delimiter: UInt8, place: String) {
    self.delimiter = delimiter
    let reader = RecordReader(source: MemorySource(window), delimiter: delimiter, place: place)
    do {
      while records.count <= Self.rowLimit, try reader.next() {
        nextLine = reader.line
        records.append(reader.fields.indices.map { reader.text($0) })
        usesQuotes = usesQuotes || reader.fields.contains { $0.wasQuoted }
      }
      if !isWhole, records.count <= Self.rowLimit { records = records.dropLast() }
    } catch {
      fault = error
    }
    let rows = records.dropFirst()
    if let width = records.first?.count, !rows.isEmpty {
      consistency = Double(rows.count { $0.count == width }) / Double(rows.count)
    }
  }

  /// How many headers mean something to us, in either layout.
  var understood: Int {
    (records.first ?? []).count {
      HeaderName.read($0, isLong: false) != nil || HeaderName.read($0, isLong: true) != nil
    }
  }
}

/// Finds out the dialect of a file from its beginning.
struct DialectDetector {
  let window: [UInt8]
  let isWhole: Bool
  let place: String
  let mapping: Mapping?

  /// - Throws: 65 for a file of one column, a header without rows, or a first row without end.
  func detect() throws(RheostatError) -> (dialect: Dialect, sample: Sample) {
    let candidates: [UInt8] = mapping?.delimiter.map { [$0] } ?? [0x2C, 0x3B, 0x09]
    let samples = candidates.map { Sample(window: window, isWhole: isWhole, delimiter: $0, place: place) }
    let usable = samples.filter { ($0.records.first?.count ?? 0) >= 2 }
    guard let best = usable.max(by: { rank($0) < rank($1) }) else { throw unusable(samples) }
    if best.records.count < 2 { throw unusable([best]) }
    guard (best.records.first?.count ?? 0) <= RecordReader.columnLimit else {
      throw RheostatError(
        .dataUnusable, "The header has more than \(RecordReader.columnLimit) columns.",
        advice: "Check the line ends of the file.", location: "\(place), line 1")
    }
    let percent = Int((best.consistency * 100).rounded(.down))
    let (mark, evidence) = decimalMark(best)
    let dialect = Dialect(
      delimiter: best.delimiter, decimalMark: mark, usesQuotes: best.usesQuotes,
      delimiterEvidence: mapping?.delimiter != nil
        ? "the mapping"
        : "\(best.records.first?.count ?? 0) columns, \(percent) % of the first \(best.records.count - 1) rows agree",
      decimalEvidence: evidence)
    return (dialect, best)
  }

  /// Most rows in agreement with the header first; among those nine in ten or better, the one whose headers are
  /// understood; then the one with more columns.
  private func rank(_ sample: Sample) -> (Int, Int, Double, Int) {
    (sample.consistency >= 0.9 ? 1 : 0, sample.understood, sample.consistency, sample.records.first?.count ?? 0)
  }

  private func unusable(_ samples: [Sample]) -> RheostatError {
    if let fault = samples.lazy.compactMap(\.fault).first { return fault }
    let rows = samples.map(\.records.count).max() ?? 0
    if !isWhole, rows < 2 {
      return RheostatError(
        .dataUnusable, "The row that begins here is longer than 1 MiB.",
        advice: "Check the line ends and the quotes of the file.",
        location: "\(place), line \(samples.map(\.nextLine).max() ?? 1)")
    }
    if rows == 0 {
      return RheostatError(
        .dataUnusable, "The file holds blank lines only.", advice: "Export it again, with a header line.",
        location: place)
    }
    if (samples.map { $0.records.first?.count ?? 0 }.max() ?? 0) < 2 {
      return RheostatError(
        .dataUnusable, "The file has one column only: no comma, semicolon or tab parts its header.",
        advice: "Export it as CSV; for another format, convert it first.", location: "\(place), line 1")
    }
    return RheostatError(
      .dataUnusable, "The file has a header and no rows.", advice: "Export it again, with the rows.", location: place)
  }

  /// A decimal comma is taken only from cells that cannot be thousands (`1,5`, `0,123`) and where no cell has a point.
  private func decimalMark(_ sample: Sample) -> (DecimalMark, String) {
    if let mark = mapping?.decimalMark { return (mark, "the mapping") }
    if sample.delimiter == 0x2C { return (.point, "fields are parted by commas") }
    var certain = 0
    var possible = 0
    var points = 0
    for cell in sample.records.dropFirst().joined() {
      let body = cell.utf8.drop { $0 == 0x20 || $0 == 0x2B || $0 == 0x2D || $0 == 0x3C || $0 == 0x3E || $0 == 0x3D }
      let parts = body.split(separator: 0x2C, omittingEmptySubsequences: false)
      func digits(_ part: Substring.UTF8View) -> Bool {
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
      if parts.count == 2, digits(parts[0]), digits(parts[1]) {
        possible += 1
        if parts[1].count != 3 || parts[0].first == 0x30 || parts[0].count > 3 { certain += 1 }
      } else {
        let byPoint = body.split(separator: 0x2E, omittingEmptySubsequences: false)
        if byPoint.count == 2, digits(byPoint[0]), digits(byPoint[1]) { points += 1 }
      }
    }
    if certain > 0, points == 0 { return (.comma, "\(possible) cells such as 1,5 and none with a point") }
    if possible > 0 {
      return (
        .point, "cells with commas are not certain (\(possible) with a comma, \(points) with a point): set `decimal`"
      )
    }
    return (.point, points > 0 ? "\(points) cells such as 1.5" : "no broken numbers seen")
  }
}

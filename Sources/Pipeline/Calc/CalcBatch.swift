import Domain
import Indices
import Ingest

extension Commands {
  /// `rheostat calc --batch INDEX FILE.csv`: the file with a column `result` appended. A row with a cell that cannot be
  /// read has an empty result; the others are computed.
  /// - Parameters:
  ///   - write: takes the output, line by line.
  ///   - problem: takes what is wrong with a row, with its place.
  /// - Returns: how many rows had a cell that could not be read.
  /// - Throws: `RheostatError` 65 where the header or the shape of a row cannot be relied on.
  public static func calculateBatch(
    _ id: String, path: String, write: ([UInt8]) -> Void, problem: (RheostatError) -> Void
  ) throws -> Int {
    let index = try CalculatedIndex.named(id)
    let records = try CSVRecords(path: path)
    guard let header = try records.next() else {
      throw RheostatError(
        .dataUnusable, "The file has no header.", advice: "Name its columns NAME[UNIT].", location: path)
    }
    let columns = try header.fields.enumerated().compactMap { place, name in
      try column(name, path: path).map { (place: place, input: $0) }
    }
    guard !columns.isEmpty else {
      throw RheostatError(
        .dataUnusable, "No column is an input that Rheostat knows.",
        advice: "Name them NAME[UNIT], as glucose[mmol/L]; rheostat calc --list has the names.", location: path)
    }
    write(header.raw + Array(",result\n".utf8))
    var unreadable = 0
    while let record = try records.next() {
      guard record.fields.count == header.fields.count else {
        throw RheostatError(
          .dataUnusable, "The row has \(record.fields.count) fields where the header has \(header.fields.count).",
          advice: "Check its commas and quotes.", location: "\(path), line \(records.line)")
      }
      var panel = CalculatedIndex.blank
      var isReadable = true
      for (place, input) in columns {
        do { try input.set(record.fields[place], in: &panel, row: 0) } catch {
          isReadable = false
          problem(
            RheostatError(
              .dataUnusable, error.message, advice: error.advice,
              location: "\(path), line \(records.line), column \(place + 1)"))
        }
      }
      if !isReadable { unreadable += 1 }
      let result = isReadable ? index.answer(panel[0]).text : ""
      write(record.raw + Array(",".utf8) + Array(result.utf8) + Array("\n".utf8))
    }
    return unreadable
  }

  /// A header `NAME[UNIT]` or `NAME`; nil for a column that is no input.
  private static func column(_ header: String, path: String) throws -> NamedInput? {
    var (name, unit) = (header, String?.none)
    if header.hasSuffix("]"), let bracket = header.firstIndex(of: "[") {
      name = String(header[..<bracket])
      unit = String(header[header.index(after: bracket)...].dropLast())
    }
    do { return try NamedInput(name: name, unit: unit) } catch {
      // A column without a unit that means nothing to us passes through; one that means something must be clear.
      if unit == nil, (try? NamedInput(name: name, unit: "?")) == nil, error.message.contains("is no input") {
        return nil
      }
      throw RheostatError(
        .dataUnusable, "Column \"\(header)\": \(error.message)", advice: error.advice, location: "\(path), line 1")
    }
  }
}

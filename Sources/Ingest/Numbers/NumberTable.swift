import Domain

/// A CSV file with a header whose cells are all numbers, read some rows at a time: inputs of a model, say.
///
/// Fields are separated by comma, semicolon or tab, whichever the header has; where it is not the comma, numbers may have a
/// decimal comma. Quotes by RFC 4180, UTF-8 with or without byte order mark; blank lines are passed over.
public final class NumberTable {
  /// The names of the header, without surrounding blanks.
  public let columns: [String]
  private let reader: RecordReader
  private let delimiter: UInt8

  /// Opens a file and reads its header.
  /// - Throws: 66 where there is no such file, 65 where it is no text, has no header, or a column has no name or one
  ///   that stands there twice; 74 where reading fails.
  public init(path: String) throws(RheostatError) {
    let place = Printable.text(path)
    let source = try FileSource(file: InputFile(path: path), declared: nil, progress: nil)
    delimiter = try Self.delimiter(path)
    reader = RecordReader(source: source, delimiter: delimiter, place: place)
    guard try reader.next() else {
      throw RheostatError(.dataUnusable, "The file holds no line.", advice: "Give it a header line.", location: place)
    }
    var names: [String] = []
    for field in reader.fields.indices {
      let name = reader.text(field).trimmingBlanks()
      let column = "\(place), line \(reader.line), column \(field + 1)"
      guard !name.isEmpty else {
        throw RheostatError(
          .dataUnusable, "The column has no name.", advice: "Give it one, or remove the column.", location: column)
      }
      guard !names.contains(name) else {
        throw RheostatError(
          .dataUnusable, "Two columns are called \(Printable.text(name)).", advice: "Remove one of them.",
          location: column)
      }
      names.append(name)
    }
    columns = names
  }

  /// The separator of the first line: the first of comma, semicolon and tab that stands there.
  private static func delimiter(_ path: String) throws(RheostatError) -> UInt8 {
    let source = try FileSource(file: InputFile(path: path), declared: nil, progress: nil)
    let reader = RecordReader(source: source, delimiter: 0, place: Printable.text(path))
    guard try reader.next() else { return UInt8(ascii: ",") }
    let header = reader.text(0)
    return [",", ";", "\t"].first { header.contains($0) }?.utf8.first ?? UInt8(ascii: ",")
  }

  /// The next rows, at most `limit`; none at the end of the file.
  /// - Throws: 65 where the file is no text or a quote is not closed, 74 where reading fails.
  public func next(_ limit: Int) throws(RheostatError) -> NumberRows {
    var rows = NumberRows(columns: columns.count, mayHaveDecimalComma: delimiter != UInt8(ascii: ","))
    while rows.count < limit, try reader.next() { rows.append(reader) }
    return rows
  }
}

/// Some rows of a ``NumberTable``, not yet turned into numbers, so that several threads can do that.
public struct NumberRows: Sendable {
  private let columns: Int
  private let mayHaveDecimalComma: Bool
  private var bytes: [UInt8] = []
  /// The end of each field in `bytes`.
  private var ends: [Int] = []
  /// The end of each row in `ends`.
  private var rowEnds: [Int] = []
  private var lines: [Int] = []

  /// What is wrong with a row.
  public struct Fault: Sendable, Equatable {
    /// The column, from 0; nothing where the number of cells is wrong.
    public let column: Int?
    /// What stands there, or how many cells there are.
    public let actual: String
  }

  init(columns: Int, mayHaveDecimalComma: Bool) {
    self.columns = columns
    self.mayHaveDecimalComma = mayHaveDecimalComma
  }

  /// How many rows there are.
  public var count: Int { rowEnds.count }

  /// The line of the file on which a row begins, from 1.
  public func line(_ row: Int) -> Int { lines[row] }

  mutating func append(_ reader: RecordReader) {
    for field in reader.fields.indices {
      bytes.append(contentsOf: reader.bytes(field))
      ends.append(bytes.count)
    }
    rowEnds.append(ends.count)
    lines.append(reader.line)
  }

  /// Reads the numbers of one row.
  /// - Parameters:
  ///   - row: within 0..<count.
  ///   - result: receives one number a column; what is in it after a fault means nothing.
  /// - Returns: what is wrong with the first bad cell, or nothing.
  public func read(_ row: Int, into result: inout [Double]) -> Fault? {
    let first = row == 0 ? 0 : rowEnds[row - 1]
    let cells = rowEnds[row] - first
    guard cells == columns else { return Fault(column: nil, actual: "\(cells) cells") }
    result.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBufferPointer { bytes in
      for column in 0..<columns {
        let start = first + column == 0 ? 0 : ends[first + column - 1]
        let cell = CellText.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<ends[first + column]]))
        var reading = NumberText.read(cell, mark: .point)
        if mayHaveDecimalComma, case .number = reading {
        } else if mayHaveDecimalComma {
          reading = NumberText.read(cell, mark: .comma)
        }
        guard case .number(let value) = reading else {
          return Fault(column: column, actual: Printable.text(String(decoding: cell, as: UTF8.self)))
        }
        result.append(value)
      }
      return nil
    }
  }
}

import Domain

/// A CSV file with a header whose cells are all numbers, read some rows at a time: inputs of a model, say.
///
/// Comma, decimal point, quotes by RFC 4180, UTF-8 with or without byte order mark; blank lines are passed over.
public final class NumberTable {
  /// The names of the header, without surrounding blanks.
  public let columns: [String]
  private let reader: RecordReader

  /// Opens a file and reads its header.
  /// - Throws: 66 where there is no such file, 65 where it is no text, has no header, or a column has no name or one
  ///   that stands there twice; 74 where reading fails.
  public init(path: String) throws(RheostatError) {
    let place = Printable.text(path)
    let source = try FileSource(file: InputFile(path: path), declared: nil, progress: nil)
    reader = RecordReader(source: source, delimiter: UInt8(ascii: ","), place: place)
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

  /// The next rows, at most `limit`; none at the end of the file.
  /// - Throws: 65 where the file is no text or a quote is not closed, 74 where reading fails.
  public func next(_ limit: Int) throws(RheostatError) -> NumberRows {
    var rows = NumberRows(columns: columns.count)
    while rows.count < limit, try reader.next() { rows.append(reader) }
    return rows
  }
}

/// Some rows of a ``NumberTable``, not yet turned into numbers, so that several threads can do that.
public struct NumberRows: Sendable {
  private let columns: Int
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

  init(columns: Int) { self.columns = columns }

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
        guard case .number(let value) = NumberText.read(cell, mark: .point) else {
          return Fault(column: column, actual: Printable.text(String(decoding: cell, as: UTF8.self)))
        }
        result.append(value)
      }
      return nil
    }
  }
}

import Domain

/// The records of a comma-separated file as they stand, for commands that only add a column to it.
public final class CSVRecords {
  private let reader: RecordReader

  /// Opens a file of UTF-8 with commas.
  /// - Throws: 66 where there is no such file, 74 where it cannot be read, 65 where it is no text.
  public init(path: String) throws(RheostatError) {
    let source = try FileSource(file: InputFile(path: path), declared: nil, progress: nil)
    reader = RecordReader(source: source, delimiter: UInt8(ascii: ","), place: Printable.text(path))
    reader.keepsRaw = true
  }

  /// The line on which the last record begins.
  public var line: Int { reader.line }

  /// The next record: its fields, blanks at their ends taken off, and its bytes without the line end; nil at the end.
  /// - Throws: 65 where a quote is never closed or a record is over 1 MiB.
  public func next() throws(RheostatError) -> (fields: [String], raw: [UInt8])? {
    guard try reader.next() else { return nil }
    return (reader.fields.indices.map { [reader] in reader.text($0).trimmingBlanks() }, reader.raw)
  }
}

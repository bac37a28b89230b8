import CResources

/// A data file that ships inside the binary: comma-separated, a header line, RFC 4180 quoting.
///
/// These are Rheostat's own files (analytes, units, criteria, references), checked by tests;
/// files of users are read by the Ingest stage, which trusts nothing.
public struct DataFile: Sendable {
  /// Names of the columns, in order.
  public let header: [String]
  /// The rows below the header; each has as many fields as the header.
  public let rows: [[String]]

  /// Parses the text of a data file.
  /// - Parameter bytes: UTF-8 text.
  public init(bytes: UnsafeRawBufferPointer) {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var index = 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if quoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            field.append(byte)
            index += 1
          } else {
            quoted = false
          }
        } else {
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        quoted = true
      } else if byte == UInt8(ascii: ",") {
        record.append(text())
        field.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\n") {
        record.append(text())
        field.removeAll(keepingCapacity: true)
        records.append(record)
        record.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
      index += 1
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The values of one row by the name of their column; empty where the file has no such column.
  public func value(_ row: Int, _ column: String) -> String {
    guard let index = header.firstIndex(of: column), index < rows[row].count else { return "" }
    return rows[row][index]
  }
}

extension DataFile {
  /// Parses a file embedded in the binary.
  public init(_ resource: RheostatResource) {
    self.init(bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }
}

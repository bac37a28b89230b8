import Foundation

/// Writes CSV (RFC 4180 quoting, LF) to a file or to standard output, holding at most 64 KiB.
struct CSVOutput: ~Copyable {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  /// - Parameter path: a file to be written anew, or `-` for standard output.
  /// - Throws: when the file cannot be made.
  init(path: String) throws {
    if path == "-" {
      handle = .standardOutput
    } else {
      let url = URL(fileURLWithPath: path)
      try Data().write(to: url)
      handle = try FileHandle(forWritingTo: url)
    }
  }

  /// - Throws: when the system cannot write.
  mutating func write(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      if cell.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") })
      {
        buffer.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { buffer.append(byte) }
          buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
      } else {
        buffer.append(contentsOf: cell.utf8)
      }
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what is held back. - Throws: when the system cannot write.
  mutating func flush() throws {
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}

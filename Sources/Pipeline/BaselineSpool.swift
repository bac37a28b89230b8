import Domain
import Foundation

/// Baseline values of many variables, kept on disk while the cohort streams by and read back one variable at a time,
/// so that memory does not grow with the number of variables.
///
/// The file has no name: it is unlinked as soon as it is open, and gone with the process.
final class BaselineSpool {
  private let descriptor: Int32
  private let width: Int
  private var buffer: [Double] = []
  private(set) var rows = 0

  /// - Parameters:
  ///   - folder: where the file lives; the private folder, since it holds people's values.
  ///   - width: number of variables.
  init(folder: String, width: Int) throws {
    self.width = width
    let path = folder + "/baseline.spool"
    unlink(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw RheostatError(
        .cannotCreate, "A working file cannot be made (\(String(cString: strerror(errno)))).",
        advice: "Check the permissions of the folder.", location: folder)
    }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Adds the values of one person, one a variable.
  func append(_ values: [Double]) throws {
    buffer.append(contentsOf: values)
    rows += 1
    if buffer.count >= 1 << 15 { try flush() }
  }

  private func flush() throws {
    try buffer.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        guard count > 0 else {
          throw RheostatError(
            .inputOutput, "A working file cannot be written (\(String(cString: strerror(errno)))).",
            advice: "Free some space and run the same command again.")
        }
        done += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// One variable over all people, in the order in which they were added.
  func column(_ place: Int) throws -> [Double] {
    try flush()
    var values: [Double] = []
    values.reserveCapacity(rows)
    let chunkRows = max(1, (1 << 16) / max(1, width))
    var chunk = Array(repeating: 0.0, count: chunkRows * width)
    var row = 0
    while row < rows {
      let wanted = min(chunkRows, rows - row) * width * 8
      let count = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, wanted, off_t(row * width * 8)) }
      guard count == wanted else { throw RheostatError(.inputOutput, "A working file cannot be read back.") }
      for local in 0..<(wanted / width / 8) { values.append(chunk[local * width + place]) }
      row += wanted / width / 8
    }
    return values
  }
}

import Domain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A regular file opened for reading; closed when the last reference to it goes.
///
/// A path that the user names may be a link to a regular file. A directory, FIFO, device or socket is refused:
/// it is looked at before it is opened (opening a device can have effects) and again after, since it may have been
/// exchanged in between. `O_NONBLOCK` keeps a FIFO put there meanwhile from hanging the program.
final class InputFile {
  let path: String
  let byteCount: Int64
  private let descriptor: Int32

  init(path: String) throws(RheostatError) {
    self.path = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw RheostatError(.noInput, "The name of the input file is empty or no file name.", advice: "Give its path.")
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.error(errno, path) }
    try Self.requireRegular(status.st_mode, path)
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard opened >= 0 else { throw Self.error(errno, path) }
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw Self.error(code, path)
    }
    do { try Self.requireRegular(status.st_mode, path) } catch {
      close(opened)
      throw error
    }
    descriptor = opened
    byteCount = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  /// Goes back to the first byte.
  func rewind() throws(RheostatError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.error(errno, path) }
  }

  /// Reads as much as fits or is left; 0 at the end of the file.
  func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(RheostatError) -> Int {
    var total = 0
    while total < capacity {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer + total, capacity - total)
      #else
        let count = Darwin.read(descriptor, buffer + total, capacity - total)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.error(errno, path)
      }
      if count == 0 { break }
      total += count
    }
    return total
  }

  private static func requireRegular(_ mode: mode_t, _ path: String) throws(RheostatError) {
    let kind: String
    switch mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: kind = "a folder"
    case S_IFIFO: kind = "a pipe (FIFO)"
    case S_IFSOCK: kind = "a socket"
    default: kind = "a device"
    }
    throw RheostatError(
      .dataUnusable, "This is \(kind), not a regular file.", advice: "Give the path of a CSV file.",
      location: Printable.text(path))
  }

  /// The error for a failed call: 66 where there is no such file, 74 where there is one that cannot be read.
  static func error(_ code: Int32, _ path: String) -> RheostatError {
    let reason = String(cString: strerror(code))
    let absent = code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG
    return RheostatError(
      absent ? .noInput : .inputOutput,
      absent ? "There is no such file (\(reason))." : "The file cannot be read (\(reason)).",
      advice: absent
        ? "Check the path." : "Check that you may read the file and that its disk is in order, then run it again.",
      location: Printable.text(path))
  }
}

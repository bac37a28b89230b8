import Domain
import Foundation
import Synchronization

/// A folder that Rheostat writes into: folders 0700, files 0600, links never followed, every file whole or not there.
public final class OutputFolder: Sendable {
  /// The path as given.
  public let path: String
  private let written = Mutex<Set<String>>([])

  /// Makes the folder if it is not there.
  /// - Throws: `RheostatError` 73 where it cannot be made, or where a link or a file stands in its place.
  public init(path: String) throws {
    self.path = path
    try Self.makeFolder(path, followLink: true)
  }

  /// A folder inside this one, made if it is not there.
  public func folder(_ name: String) throws {
    var current = path
    for part in name.split(separator: "/") {
      current += "/" + part
      try Self.makeFolder(current, followLink: false)
    }
  }

  /// The path of something inside.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Whether something of this name is there.
  public func has(_ name: String) -> Bool {
    var status = stat()
    return lstat(path(name), &status) == 0
  }

  /// Names at the top of the folder, sorted.
  /// - Throws: `RheostatError` 73 where the folder cannot be listed.
  public func names() throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw RheostatError(
        .cannotCreate, "The folder cannot be read.", advice: "Check its permissions, or choose another with --out.",
        location: path)
    }
  }

  /// Writes a file at once.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = try begin(name)
    try file.write(bytes)
    try file.finish()
  }

  /// Begins a file that is written piece by piece.
  public func begin(_ name: String) throws -> OutputFile {
    written.withLock { _ = $0.insert(name) }
    return try OutputFile(path: path(name))
  }

  /// The files begun so far, in the order of their paths.
  var writtenNames: [String] { written.withLock { $0.sorted() } }

  /// Removes what an earlier run left in a folder of ours and this one did not write: a page of somebody who has been
  /// forgotten since, a table by a variable that is no longer asked for.
  /// - Parameters:
  ///   - folder: a folder inside this one.
  ///   - isOurs: whether a file of this name is one that Rheostat makes there; others are left alone.
  public func removeLeftovers(in folder: String, where isOurs: (String) -> Bool) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    let kept = written.withLock { $0 }
    for name in names where isOurs(name) && !kept.contains(folder + "/" + name) { unlink(path(folder + "/" + name)) }
  }

  private static func makeFolder(_ path: String, followLink: Bool) throws {
    var status = stat()
    let found = followLink ? stat(path, &status) == 0 : lstat(path, &status) == 0
    if found {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw RheostatError(
          .cannotCreate, "This is not a folder (links inside an output folder are not followed).",
          advice: "Choose another folder with --out, or remove what stands there.", location: path)
      }
      // A folder inside that others could read since is closed again.
      if !followLink, status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 {
        throw RheostatError(
          .cannotCreate, "Others can read this folder, and that cannot be changed.",
          advice: "Choose another folder with --out.", location: path)
      }
      return
    }
    guard mkdir(path, 0o700) == 0 else {
      throw RheostatError(
        .cannotCreate, "The folder cannot be made (\(String(cString: strerror(errno)))).",
        advice: "Check that the folder above it exists and that you may write there.", location: path)
    }
  }
}

/// A file under way: it takes its name only when it is whole, so a killed run leaves no half file behind.
public final class OutputFile {
  private let path: String
  private let partial: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Begins a file. What stood under its name stays until `finish`.
  public init(path: String) throws {
    self.path = path
    partial = path + ".partial"
    // A device or a pipe would be replaced by a file, a link by its target's content.
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw RheostatError(
        .cannotCreate, "This is no regular file: a folder, a link, a device or a pipe.",
        advice: "Give the path of a file, or one that is not there yet.", location: path)
    }
    unlink(partial)
    descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    buffer.reserveCapacity(1 << 18)
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(partial)
    }
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes what is left and gives the file its name.
  public func finish() throws {
    try flush()
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(partial, path) == 0 else {
      let failure = Self.failure(path)
      unlink(partial)
      throw failure
    }
  }

  private func flush() throws {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String) -> RheostatError {
    let reason = String(cString: strerror(errno))
    return errno == ENOSPC || errno == EDQUOT
      ? RheostatError(
        .inputOutput, "The disk is full; this file was not written.",
        advice: "Free some space and run the same command again: it goes on where it stopped.", location: path)
      : RheostatError(
        .cannotCreate, "The file cannot be written (\(reason)).",
        advice: "Check the folder's permissions, or choose another with --out.", location: path)
  }
}

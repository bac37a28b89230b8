import Domain
import Foundation

/// The files of the calibration.
enum Folder {
  /// A table of the calibration, by its path below that folder.
  static func table(_ path: String) throws -> DataFile { try file("Calibration/" + path) }

  /// A table anywhere, by the path that the user gave.
  static func file(_ path: String) throws -> DataFile {
    try bytes(path).withUnsafeBytes { DataFile(bytes: $0) }
  }

  /// The bytes of the same.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault("\(path) cannot be read: run from the top of the repository.")
    }
    return Array(data)
  }
}

import Domain
import Foundation

/// Files of the repository, found from this one.
enum ProjectFile {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A table of the repository.
  static func table(_ path: String) throws -> DataFile {
    try Data(contentsOf: package.appending(path: path)).withUnsafeBytes { DataFile(bytes: $0) }
  }
}

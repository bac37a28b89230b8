import Foundation

/// Files that a documentation command writes, by path below its folder.
struct PageFiles {
  private(set) var files: [(path: String, bytes: [UInt8])] = []

  mutating func add(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }

  /// Writes all files below a folder, which is made if it is not there.
  func write(to folder: String) throws {
    for (path, bytes) in files {
      let url = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }
}

import Domain
import Foundation

/// The files of the calibration.
enum Folder {
  static func table(_ path: String) throws -> DataFile {
    let name = path.hasPrefix("/") || path.hasPrefix(".") ? path : "Calibration/" + path
    guard let data = FileManager.default.contents(atPath: name) else {
      throw Fault("\(name) cannot be read: run from the top of the repository.")
    }
    return data.withUnsafeBytes { DataFile(bytes: $0) }
  }
}

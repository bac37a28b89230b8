import Domain
import Foundation

/// Turns what the user names into files: a file is itself, a folder is the regular files inside it.
enum InputPaths {
  /// Files in the order given; those of a folder sorted by name. Inside folders links, FIFOs and devices are passed over
  /// and reported through `passedOver`.
  static func expand(_ inputs: [String], passedOver: (String) -> Void) throws -> [String] {
    var files: [String] = []
    for input in inputs {
      var status = stat()
      guard stat(input, &status) == 0 else {
        throw RheostatError(
          .noInput, "There is no such file.", advice: "Check the spelling of the path.", location: input)
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        files.append(input)
        continue
      case S_IFDIR: break
      default:
        throw RheostatError(
          .dataUnusable, "This is a device, a pipe or a socket, not a file.",
          advice: "Save the data to a file and name that.", location: input)
      }
      let found = try inside(input, depth: 0, passedOver: passedOver)
      guard !found.isEmpty else {
        throw RheostatError(
          .dataUnusable, "This folder holds no CSV file (.csv, .tsv, .txt).",
          advice: "Name the files one by one, or another folder.", location: input)
      }
      files += found
    }
    return files
  }

  /// The whole content of a small file.
  /// - Throws: 66 where there is none, 65 where it is no regular file or has more than `limit` bytes, 74 where it cannot
  ///   be read.
  static func bytes(_ path: String, limit: Int) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw RheostatError(.noInput, "There is no such file.", advice: "Check the spelling of the path.", location: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RheostatError(.dataUnusable, "This is no regular file.", advice: "Give the path of a file.", location: path)
    }
    guard status.st_size <= limit else {
      throw RheostatError(
        .dataUnusable, "The file has \(status.st_size) bytes; at most \(limit) are read.",
        advice: "Check that it is the right one.", location: path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RheostatError(.inputOutput, "The file cannot be read.", advice: "Check its permissions.", location: path)
    }
    return [UInt8](data)
  }

  /// Whether a file to be written is one of those to be read, under whatever name.
  /// - Throws: `RheostatError` 64 if it is.
  static func refuseOverwriting(_ inputs: [String], _ out: String) throws {
    var target = stat()
    guard stat(out, &target) == 0 else { return }
    for input in inputs {
      var status = stat()
      guard stat(input, &status) == 0, status.st_dev == target.st_dev, status.st_ino == target.st_ino else { continue }
      throw RheostatError(
        .usage, "The result would take the place of an input.", advice: "Give another path with --out.", location: out)
    }
  }

  private static func inside(_ folder: String, depth: Int, passedOver: (String) -> Void) throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw RheostatError(
        .inputOutput, "The folder cannot be read.", advice: "Check its permissions.", location: folder)
    }
    var files: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        if [".csv", ".tsv", ".txt"].contains(where: { name.lowercased().hasSuffix($0) }) {
          files.append(path)
        } else {
          passedOver(path)
        }
      case S_IFDIR where depth < 16: files += try inside(path, depth: depth + 1, passedOver: passedOver)
      default: passedOver(path)
      }
    }
    return files
  }
}

import Domain
import Foundation

@testable import Ingest

/// A folder of its own for a test's files, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("rheostat-ingest-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func file(_ bytes: [UInt8], _ name: String = "in.csv") throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func file(_ text: String, _ name: String = "in.csv") throws -> String { try file(Array(text.utf8), name) }
}

/// Everything that a file gave.
struct Collected {
  var results: [LabResult] = []
  var attributes: [AttributeRecord] = []
  var visits: [VisitReference] = []
  var problems: [Problem] = []
  /// Counts by `level/outcome/reason`.
  var counts: [String: Int] = [:]
  var rowsRead = 0
  var bytesRead: Int64 = 0
  var description = ""

  init(path: String, mapping: Mapping? = nil) throws {
    var ingest = try FileIngest(path: path, options: IngestOptions(mapping: mapping))
    description = ingest.description.description
    var collected = self
    try ingest.forEach { item in
      switch item {
      case .result(let result): collected.results.append(result)
      case .attribute(let attribute): collected.attributes.append(attribute)
      case .visit(let visit): collected.visits.append(visit)
      case .problem(let problem): collected.problems.append(problem)
      case .counted(let level, let outcome, let reason, let count):
        collected.counts["\(level.rawValue)/\(outcome.rawValue)/\(reason)", default: 0] += count
      }
    }
    self = collected
    rowsRead = ingest.rowsRead
    bytesRead = ingest.bytesRead
  }

  init(_ text: String, toml: String? = nil) throws {
    let scratch = try Scratch()
    let mapping = try toml.map { try Mapping(toml: $0, name: "map.toml") }
    self = try Collected(path: try scratch.file(text), mapping: mapping)
  }

  /// Everything counted of a level without what was accepted.
  func notAccepted(_ level: AccountingLevel) -> Int {
    counts.filter { $0.key.hasPrefix(level.rawValue + "/") }.values.reduce(0, +)
  }

  func problem(_ code: String) -> Problem? { problems.first { $0.code == code } }
}

/// The error that opening and reading a file ends with, or nil where it ends well.
func failure(_ path: String, mapping: Mapping? = nil) -> RheostatError? {
  do {
    _ = try Collected(path: path, mapping: mapping)
    return nil
  } catch { return error as? RheostatError }
}

/// The same for text as the content of a file.
func failureOf(_ text: String, toml: String? = nil) throws -> RheostatError? {
  let scratch = try Scratch()
  return failure(try scratch.file(text), mapping: try toml.map { try Mapping(toml: $0, name: "map.toml") })
}

/// The error of a mapping, or nil.
func mappingFailure(_ toml: String) -> RheostatError? {
  do {
    _ = try Mapping(toml: toml, name: "map.toml")
    return nil
  } catch { return error }
}

/// Text as a cell.
func withCell<Result>(_ text: String, _ body: (CellBytes) throws -> Result) rethrows -> Result {
  try Array(text.utf8).withUnsafeBufferPointer(body)
}

/// Gives text out in pieces of one size, to reach every seam of the reader.
final class PieceSource: TextSource {
  private let bytes: [UInt8]
  private let size: Int
  private var position = 0

  init(_ bytes: [UInt8], size: Int) {
    self.bytes = bytes
    self.size = size
  }

  func next(into output: UnsafeMutablePointer<UInt8>) -> Int {
    let count = min(size, bytes.count - position)
    for index in 0..<count { output[index] = bytes[position + index] }
    position += count
    return count
  }
}

/// Where real and hostile files lie, as the environment says; tests that need them say so when they are skipped.
enum RealData {
  static let root: String? =
    ProcessInfo.processInfo.environment["RHEOSTAT_SHARED_DATA"]
    ?? [#filePath].map { source in
      URL(fileURLWithPath: source).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data").path
    }.first { FileManager.default.fileExists(atPath: $0) }

  static func path(_ relative: String) -> String? {
    guard let root else { return nil }
    let path = root + "/" + relative
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  static let spectrum = path("malicious/csv_spectrum")
  static let naughty = path("malicious/blns/blns.txt")
  static let nhanes = path("nhanes_2017_2018/nhanes_2017_2018_fasting.csv")
}

import Foundation
import Testing

/// The built tool, run as a user runs it.
enum Tool {
  /// What a run left behind.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The binary, in the build folder that made these tests.
  static let path = package.appending(path: ".build/release/rheostat").path

  /// Runs the tool to its end.
  /// - Parameters:
  ///   - before: a program with arguments that runs the tool in its place, as `setpriv ...`.
  ///   - input: what stands on standard input, less than a pipe holds (64 kB); nothing where nil.
  @discardableResult
  static func run(_ arguments: [String], before: [String] = [], input: String? = nil) throws -> Outcome {
    let process = try start(arguments, before: before, input: input)
    let errors = Reader(process.standardError as? Pipe)
    let output = Reader(process.standardOutput as? Pipe)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: output.text, errors: errors.text)
  }

  /// Starts the tool.
  static func start(_ arguments: [String], before: [String] = [], input: String? = nil) throws -> Process {
    let command = before + [path] + arguments
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    let pipe = input.map { _ in Pipe() }
    process.standardInput = pipe ?? FileHandle.nullDevice
    try process.run()
    if let pipe, let input {
      // A tool that ends early closes its end: then nobody reads the rest.
      try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
    return process
  }

  /// Reads a pipe on a thread of its own, so that a full pipe never blocks the tool.
  private final class Reader: @unchecked Sendable {
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)
    init(_ pipe: Pipe?) {
      let thread = Thread { [self] in
        data = pipe?.fileHandleForReading.readDataToEndOfFile() ?? Data()
        done.signal()
      }
      thread.start()
    }
    var text: String {
      done.wait()
      defer { done.signal() }
      return String(decoding: data, as: UTF8.self)
    }
  }
}

/// A folder of its own for a test, removed at its end.
final class Workspace {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "rheostat-e2e-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    return file(name)
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }

  /// Every regular file below a folder but the database and the lock, by its bytes.
  func contents(below folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let root = file(folder)
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      if isFolder.boolValue || name.hasPrefix("private/cohort.sqlite") || name == "private/.lock" { continue }
      found[name] = try Data(contentsOf: URL(filePath: root + "/" + name))
    }
    return found
  }

  /// The rows of a simple CSV file (no quoted fields) as dictionaries.
  func table(_ name: String) throws -> [[String: String]] {
    let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: true)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(header, fields)) { first, _ in first }
    }
  }
}

/// Checks that a flow table adds up at every level: accepted + set aside + rejected = read.
func expectFlowAddsUp(_ flow: [[String: String]], sourceLocation: SourceLocation = #_sourceLocation) {
  for level in ["row", "result", "attribute"] {
    func total(_ outcomes: Set<String>) -> Int {
      flow.filter { $0["level"] == level && outcomes.contains($0["outcome"] ?? "") }
        .reduce(0) { $0 + (Int($1["n"] ?? "") ?? 0) }
    }
    #expect(total(["read"]) == total(["accepted", "set_aside", "rejected"]), sourceLocation: sourceLocation)
  }
}

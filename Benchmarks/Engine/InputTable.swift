import Foundation

/// A table of inputs: names in the first line, then a case a line.
struct InputTable: Sendable {
  let names: [String]
  let rows: [[Double]]

  init(path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    names = lines.first.map { $0.split(separator: ",").map(String.init) } ?? []
    rows = lines.dropFirst().map { line in line.split(separator: ",").map { Double($0) ?? .nan } }
  }
}

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

  /// The rows in blocks of so many cases, each by columns; what is left over is left out.
  func blocks(of cases: Int) -> [[Double]] {
    (0..<rows.count / cases).map { block in
      let part = rows[block * cases..<(block + 1) * cases]
      return names.indices.flatMap { input in part.map { $0[input] } }
    }
  }
}

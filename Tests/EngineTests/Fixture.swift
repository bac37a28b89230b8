import Foundation

/// The rows of a committed table, without the line about its origin and the column names.
func fixture(_ name: String) throws -> [Substring] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  return Array(text.split(separator: "\n").dropFirst(2))
}

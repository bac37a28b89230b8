import Foundation
import Testing

/// Compares bytes with a file beside the tests. `RHEOSTAT_RECORD=1` writes the file instead, and fails the run, so that
/// nobody records by accident.
func expectSnapshot(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/" + name)
  if ProcessInfo.processInfo.environment["RHEOSTAT_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = try [UInt8](Data(contentsOf: file))
  guard expected != bytes else { return }
  let old = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(name) differs, first on line \(line.map { $0.offset + 1 } ?? min(old.count, new.count) + 1)
    expected: \(line.map { String($0.element.0.prefix(300)) } ?? "")
    got:      \(line.map { String($0.element.1.prefix(300)) } ?? "")
    """, sourceLocation: sourceLocation)
}

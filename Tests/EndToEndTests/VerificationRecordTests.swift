import Crypto
import Foundation
import Testing

/// docs/verification.md says which of its proofs are of files that have changed since.
@Suite struct VerificationRecordTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Tool.package.appending(path: path), encoding: .utf8)
  }

  @Test func whatIsOutOfDateIsSaid() throws {
    let record = try Self.text("docs/verification.md")
    let folder = Tool.package.appending(path: "scripts/check").path
    var stale: [String] = []
    for script in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where script.hasSuffix(".sh") {
      let files = try Self.text("scripts/check/" + script).split(separator: "\n")
        .filter { $0.hasPrefix("# About: ") }.map { String($0.dropFirst(9)) }
      guard !files.isEmpty else { continue }
      var hasher = SHA256()
      for file in files { hasher.update(data: try Data(contentsOf: Tool.package.appending(path: file))) }
      let hash = hasher.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined().prefix(12)
      let name = String(script.dropLast(3))
      let part = record.components(separatedBy: "\n## ").first { $0.hasPrefix(name + "\n") } ?? ""
      if !part.contains("- about: \(hash)\n") { stale.append(name) }
    }
    let said = stale.isEmpty ? "none" : stale.joined(separator: ", ")
    #expect(
      record.contains("\nOf earlier versions of the model or its tables: \(said).\n"),
      "make check, or scripts/check.sh --mark, says it anew")
  }
}

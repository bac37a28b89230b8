import Foundation
import Testing

@testable import calibrate

/// Numbers that are written by hand into the README and the model card stand in the generated pages.
@Suite struct QuotedNumbersTests {
  private static func text(_ path: String) throws -> String { String(decoding: try Folder.bytes(path), as: UTF8.self) }

  /// The text in one line.
  private static func plain(_ path: String) throws -> String { try text(path).replacing(/\s+/, with: " ") }

  /// The cells of the row of a table that begins with these words, after this heading.
  private static func row(_ page: String, after heading: String, _ first: String) throws -> [String] {
    let part = try #require(page.components(separatedBy: heading).dropFirst().first)
    let line = try #require(part.split(separator: "\n").first { $0.hasPrefix("| \(first) |") })
    return line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func theCardQuotesTheCalibration() throws {
    let (card, page) = (try Self.text("docs/model/card.md"), try Self.text("docs/calibration.md"))
    for (heading, words) in [("## Training facts", "training facts"), ("## Held-out facts", "held-out facts")] {
      let part = try #require(page.components(separatedBy: heading).dropFirst().first)
      let found = try #require(part.firstMatch(of: /Of (\d+) facts (\d+) are met/))
      #expect(card.contains("\(found.2) of \(found.1) \(words)"))
    }
    let held = try Self.row(page, after: "## How much that says", "held out")
    #expect(card.contains("\(held[2]) of \(held[1]), where a model in which nothing changes would meet \(held[3])"))
    #expect(card.contains("in \(held[5]) the effect is smaller"))
    let claims = try Self.row(page, after: "## The review's claims", "held out")
    #expect(card.contains("\(claims[1]) held-out readouts of claims agree"))
    let given = try #require(page.firstMatch(of: /(\d+) of the \d+ readouts agree in 95 % of the draws of the priors/))
    #expect(card.contains("\(given.1) of which the priors alone give"))
  }

  @Test func thePriorsAreQuoted() throws {
    let page = try Self.text("docs/model/priors.md")
    func count(_ first: String) throws -> String { try Self.row(page, after: "# Priors", first)[1] }
    let held = try count("every value and bound that was found leaves room for the prior").prefix { $0 != "," }
    let disputed = try count("disputed: one does, another does not")
    let against = try count("**every number that was found is outside**").prefix { $0 != "," }
    let numbered = try #require(
      page.firstMatch(of: /give a number for (\d+) priors, in (\d+) entries from (\d+) sources/))
    let all = try #require(page.firstMatch(of: /The (\d+) priors/)).1
    let card = try Self.text("docs/model/card.md")
    #expect(card.contains("a number for \(numbered.1) of the \(all): \(held) have room for it"))
    #expect(card.contains("\(disputed) are disputed and \(against) spoken against"))
    #expect(
      try Self.plain("README.md").contains(
        "of the \(numbered.1) for which publications give a number, \(against) lie outside"))
    #expect(try Self.plain("CHANGELOG.md").contains("priors against \(numbered.2) findings of \(numbered.3) sources"))
  }

  @Test(arguments: ["README.md", "docs/model/card.md"]) func groupsAreQuoted(path: String) throws {
    let page = try Self.text("docs/validation/groups.md")
    let quoted = try Self.plain(path)
    let pairs = try #require(page.firstMatch(of: /rank correlation, all (\d+)/)).1
    let numbers = try ["the model", "HOMA-IR alone (1 / ratio)"].map { name in
      try String(Self.row(page, after: "## How well", name)[1].prefix { $0 != " " })
    }
    #expect(quoted.contains("\(pairs) pairs of groups"))
    #expect(quoted.contains("rank correlation is \(numbers[0])"))
    #expect(quoted.contains("HOMA-IR alone has \(numbers[1])") || quoted.contains("\(numbers[1]) for HOMA-IR alone"))
  }
}

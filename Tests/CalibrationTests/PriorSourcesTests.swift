import Domain
import Testing

@testable import calibrate

/// The publications that priors are held against, and the page that says how they stand, written by the renderer in Python:
/// here the same is worked out anew with the priors of the fit.
@Suite struct PriorSourcesTests {
  private let sources: DataFile
  private let priors: PriorTable
  /// Rows of the page's table of findings.
  private let page: [[Substring]]

  init() throws {
    sources = try ProjectFile.table("Calibration/Model/prior_sources.csv")
    priors = try PriorFile.priors(ProjectFile.table("Calibration/Model/parameters.csv"))
    page = String(decoding: try Folder.bytes("docs/model/priors.md"), as: UTF8.self)
      .split(separator: "\n")
      .map { $0.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ") } }
      .filter { $0.count == 10 && $0[1].hasPrefix("`") }
  }

  @Test func everyFindingHasAPriorASourceAndAnHonestProvenance() {
    for row in sources.rows.indices {
      func cell(_ column: String) -> String { sources.value(row, column) }
      let names = cell("tissues").isEmpty ? [cell("id")] : cell("tissues").map { "\(cell("id"))_\($0)" }
      for name in names { #expect(priors.coordinate(of: name) != nil, "\(name)") }
      #expect(!cell("finding").isEmpty && !cell("source").isEmpty && !cell("derivation").isEmpty, "row \(row + 2)")
      #expect(
        ["read abstract", "read full text", "read secondary source", "published model", "recalled"]
          .contains { cell("provenance").hasPrefix($0) }, "row \(row + 2): \(cell("provenance"))")
      #expect(["value", "at most", "at least", "none"].contains(cell("kind")), "row \(row + 2)")
      #expect((cell("kind") == "at most" || cell("kind") == "none") == cell("low").isEmpty, "row \(row + 2)")
      #expect((cell("kind") == "at least" || cell("kind") == "none") == cell("high").isEmpty, "row \(row + 2)")
    }
    #expect(sources.rows.count > 100)
  }

  /// A published value at coordinate z of its prior is in the central 90 % where -1.645 < z < 1.645.
  @Test func thePageSaysWhereEachValueLies() throws {
    for row in sources.rows.indices {
      func cell(_ column: String) -> String { sources.value(row, column) }
      let name = cell("id") + (cell("tissues").first.map { "_\($0)" } ?? "")
      let prior = priors.entries[try #require(priors.coordinate(of: name))].prior
      // A share has no coordinate at its ends, nor a strength at nought: they are beyond every one.
      func coordinate(_ text: String) -> Double? {
        guard let value = Double(text) else { return nil }
        if value <= 0 { return -.infinity }
        if case .logitnormal = prior, value >= 1 { return .infinity }
        return prior.coordinate(of: value)
      }
      let (low, high) = (coordinate(cell("low")), coordinate(cell("high")))
      let expected: String
      switch cell("kind") {
      case "none": expected = "no number"
      case "at most": expected = try #require(high) > -1.645 ? "bound kept" : "outside"
      case "at least": expected = try #require(low) < 1.645 ? "bound kept" : "outside"
      default:
        let (low, high) = (try #require(low), try #require(high))
        expected = low > -1.645 && high < 1.645 ? "within" : high > -1.645 && low < 1.645 ? "overlaps" : "outside"
      }
      let tissues = cell("tissues")
      let rows = page.filter { cells in
        let words = cells[1].split(separator: " ")
        return words.first == "`\(cell("id"))`" && cells[4].hasPrefix(Self.written(cell("derived")) + " ")
          && (tissues.isEmpty || words.count > 1 && words[1].contains { tissues.contains($0) })
      }
      #expect(rows.contains { $0[6].hasPrefix(expected) }, "\(name): \(cell("derived")), \(expected)")
    }
  }

  /// As a cell of Markdown has it.
  private static func written(_ text: String) -> String {
    text.replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}

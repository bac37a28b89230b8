import Domain
import Engine
import Foundation
import Mechanism
import Testing

@testable import calibrate

@Suite struct ClaimDocumentsTests {
  /// The first sets of what ships: enough for every kind of page.
  private static func ensemble() -> ParameterEnsemble {
    ParameterEnsemble(
      parameters: ParameterEnsemble.shipped.parameters, sets: Array(ParameterEnsemble.shipped.sets.prefix(2)))
  }

  private static let documents = Result { try ClaimDocuments(ensemble()).files() }

  private func page(_ path: String) throws -> String {
    let file = try #require(try Self.documents.get().files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func everyClaimHasAPageAndARow() throws {
    let files = try Self.documents.get()
    let index = try page("index.md")
    #expect(Claim.all.count == 62)
    for claim in Claim.all {
      let text = try page(claim.identifier + ".md")
      #expect(text.contains(Markdown.escaped(claim.statement)))
      #expect(text.contains("| Standing | \(claim.standing.rawValue) |"))
      #expect(
        index.contains("| [\(claim.identifier)](\(claim.identifier).md) | \(Markdown.escaped(claim.statement)) |"))
    }
    #expect(Set(files.files.map(\.path)).count == files.files.count)
  }

  /// Whether a link from docs/claims leads to a file, and its anchor to a heading there.
  private static func isInRepository(_ target: String) throws -> Bool {
    let parts = target.split(separator: "#", maxSplits: 1).map(String.init)
    let path =
      parts[0].hasPrefix("../../") ? String(parts[0].dropFirst(6)) : "docs/" + parts[0].replacing(/^\.\.\//, with: "")
    guard parts[0].hasPrefix("../"), FileManager.default.fileExists(atPath: path) else { return false }
    guard parts.count == 2 else { return true }
    let headings = String(decoding: try Folder.bytes(path), as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("#") }
      .map {
        $0.drop { $0 == "#" || $0 == " " }.lowercased().filter { $0.isLetter || $0.isNumber || "- ".contains($0) }
      }
    return headings.contains { $0.replacing(" ", with: "-") == parts[1] }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let files = try Self.documents.get().files
    let paths = Set(files.map(\.path))
    var links = 0
    for file in files where file.path.hasSuffix(".md") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /\]\(([^()\s]+)\)/) {
        let target = String(match.1)
        guard !target.hasPrefix("https://") else { continue }
        links += 1
        #expect(try paths.contains(target) || Self.isInRepository(target), "\(file.path): \(target)")
      }
    }
    // The index alone has one a claim.
    #expect(links > 2 * 62)
  }

  /// Cells that hold a bar would shift the columns.
  @Test func everyRowHasTheCellsOfItsTable() throws {
    for file in try Self.documents.get().files where file.path.hasSuffix(".md") {
      var columns = 0
      for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          columns = 0
          continue
        }
        let bars = line.replacing("\\|", with: "").count { $0 == "|" }
        if columns == 0 { columns = bars }
        #expect(bars == columns, "\(file.path): \(line)")
      }
    }
  }

  @Test func theSameBytesAgain() throws {
    let first = try Self.documents.get().files
    let second = try ClaimDocuments(Self.ensemble()).files().files
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  @Test func everySweepHasACurve() throws {
    for claim in ["C31", "C52", "P03"] {
      let drawing = try page("plots/\(claim).svg")
      #expect(drawing.contains("class=\"band-a\"") && drawing.contains("class=\"band-b\""), "\(claim)")
    }
  }

  /// The experiments take the optimum from the same readouts.
  @Test func theCurvesAreThoseOfTheExperiments() throws {
    let ensemble = Self.ensemble()
    let run = try ExperimentRun(claims: ["C31"], ensemble: ensemble)
    let responses = run.sweepResponses()
    #expect(responses.map(\.variant) == ["A", "B"])
    for (response, isB) in zip(responses, [false, true]) {
      let place = try #require(run.experiments.firstIndex { $0.identifier == response.experiment.identifier })
      let outcomes = run.outcomes(variantB: isB)[place]
      #expect(response.readouts.count == ensemble.count)
      for (readouts, outcome) in zip(response.readouts, outcomes) {
        #expect(readouts.count == 15)
        let top = try #require(readouts.indices.max { readouts[$0] < readouts[$1] })
        #expect(abs(Elementary.logarithm(response.factors[top]) / 0.6931471805599453 - outcome.value) < 1e-12)
      }
    }
  }

  /// A parabola in log2 of the factor about 1/2 and about 2, the second three times as high: heights do not count.
  @Test func aCurveIsAShareOfItsOwnTop() throws {
    let experiment = try #require(try Experiment.shipped().first { $0.comparison.measure == .optimum })
    let powers = [-2.0, -1, 0, 1, 2]
    let readouts = [(-1.0, 1.0), (1.0, 3.0)].map { top, height in
      powers.map { height * (10 - ($0 - top) * ($0 - top)) }
    }
    let response = SweepResponse(
      experiment: experiment, variant: "A", factors: [0.25, 0.5, 1, 2, 4],
      readouts: readouts + [[1, .nan, 1, 1, 1]])
    let shares = SweepPlot.shares(response)
    // (0.9 + 0.1) / 2, (1 + 0.6) / 2, 0.9 and the mirror image.
    for (share, expected) in zip(shares, [0.5, 0.8, 0.9, 0.8, 0.5]) { #expect(abs(share.median - expected) < 1e-12) }
    #expect(abs(shares[0].low - (0.1 + 0.05 * 0.8)) < 1e-12)
    let optimum = SweepPlot.optimum(response)
    #expect(abs(optimum.median) < 1e-12 && abs(optimum.high - 0.9) < 1e-12)
  }
}

@Suite struct LiteratureTests {
  @Test func everyFindingIsOnAClaimAndSaysHowItIsKnown() throws {
    let findings = Finding.all(try Folder.table("literature.csv"))
    let claims = Set(Claim.all.map(\.identifier))
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(claims.contains(finding.claim))
      #expect(["for", "against", "context"].contains(finding.stance))
      #expect(["read abstract", "read secondary source", "recalled"].contains(finding.provenance), "\(finding)")
    }
  }

  @Test(arguments: [("16,17", [16, 17]), ("3-5", [3, 4, 5]), ("", []), ("6", [6])])
  func referenceNumbersAreRead(text: String, numbers: [Int]) {
    #expect(ReviewReference.numbers(text) == numbers)
  }

  @Test func everyReferenceNumberIsInTheTable() throws {
    let known = Set(ReviewReference.all(try Folder.table("references.csv")).map(\.number))
    for claim in Claim.all {
      for number in ReviewReference.numbers(claim.references) { #expect(known.contains(String(number)), "\(number)") }
    }
  }

  @Test func explanationsAreOfClaimsAndFacts() throws {
    let file = try Folder.table("explanations.csv")
    #expect(file.header == ["id", "explanation"])
    let known = Set(Claim.all.map(\.identifier) + (try Fact.all(Folder.table("facts.csv")).map(\.identifier)))
    for row in file.rows.indices { #expect(known.contains(file.value(row, "id")), "\(file.value(row, "id"))") }
  }
}

import Foundation
@testable import Mechanism
import Testing

@testable import calibrate

@Suite struct YardstickTests {
  private static let facts = (try? Fact.all(Folder.table("facts.csv"))) ?? []

  private static func result(_ identifier: String, _ values: [Double]) throws -> FactResult {
    let fact = try #require(facts.first { $0.identifier == identifier })
    return FactResult(fact, .test, values.map { Comparison.Outcome(value: $0) })
  }

  /// F24.1 expects 1, times or over 1.22: no change is inside. F09 expects 0.5, times or over 1.16: it is not.
  @Test func noChangeMeetsWhatLiesWithinTwoDeviationsOfIt() throws {
    let near = try Self.result("F24.1", [0, -0.1])
    #expect(near.isMetByNoChange && near.words == "met; so would no change")
    let far = try Self.result("F09", [-1, -1])
    #expect(!far.isMetByNoChange && far.words == "met")
    #expect(try Self.result("F09", [0, 0]).words == "missed")
  }

  @Test func whatEverySetGivesAlikeIsFixed() throws {
    #expect(try Self.result("F09", [-1, -1, -1]).isFixed)
    #expect(try !Self.result("F09", [-1, -1.1]).isFixed)
  }

  /// H85 repeats the experiment of G53; F09 is another.
  @Test func theSameExperimentIsKnownWhateverWasFound() throws {
    let fact = { (identifier: String) in try #require(Self.facts.first { $0.identifier == identifier }) }
    #expect(try fact("H85").isSameExperiment(as: fact("G53")))
    #expect(try !fact("H85").isSameExperiment(as: fact("F09")))
  }

  /// By hand: ln (0.61 / 1) is -0.49; twice the deviation of the difference is 0.42 for two deviations of 0.15 and 0.57 for
  /// two of 0.2.
  @Test func findingsDisagreeBeyondTwiceTheDeviationOfTheirDifference() {
    func size(_ value: Double, _ deviation: Double) -> Fact.Known { .value(value, deviation: deviation) }
    #expect(Fact.disagree(size(0.61, 0.15), size(1, 0.15)))
    #expect(!Fact.disagree(size(0.61, 0.2), size(1, 0.2)))
    #expect(Fact.disagree(.direction(.up), .direction(.none)))
    #expect(!Fact.disagree(.direction(.down), .direction(.down)))
    #expect(Fact.disagree(size(1.5, 0.2), .direction(.down)) && Fact.disagree(.direction(.up), size(0.9, 0.2)))
    #expect(Fact.disagree(size(1.5, 0.2), .direction(.none)) && !Fact.disagree(size(1.3, 0.2), .direction(.none)))
  }

  /// TNF-alpha into the forearm lowered uptake (J40), into the leg it raised it (K30.1: 1.23; both read). Kim 1999 found AKT
  /// in muscle of people with diabetes as in the healthy (F24.2), Karlsson 2005 at 0.61 (G184): within twice the deviation.
  @Test func theReportNamesConflictsOfFactsThatWereUsed() throws {
    var page = MarkdownPage()
    RepeatedSection(
      facts: [
        try Self.result("F24.2", [-0.5]), try Self.result("G184", [-0.5]), try Self.result("J40", [-0.5]),
        try Self.result("K30.1", [-0.5]),
      ]
    ).write(&page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("J40: down") && text.contains("K30.1: 1.23") && !text.contains("F24.2:"))
    #expect(text.contains("2 experiments") && text.contains("In 1 these disagree"))
  }
}

@Suite struct RunsSectionTests {
  /// By hand: means 0 and 1 have variance 1/2, so sqrt(1 + 0.5 / 1).
  @Test func theReductionAddsTheSpreadBetweenRuns() {
    let apart = RunsSection.Quantity(identifier: "a", means: [0, 1], deviations: [1, 1], shares: [])
    #expect(abs(apart.reduction - 1.224744871391589) < 1e-12)
    let alike = RunsSection.Quantity(identifier: "b", means: [2, 2], deviations: [1, 0.5], shares: [])
    #expect(alike.reduction == 1)
    #expect(RunsSection.Quantity(identifier: "c", means: [0, 0], deviations: [0, 0], shares: []).reduction.isNaN)
  }
}

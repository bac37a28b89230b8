import Domain
import Foundation
import Testing

@testable import Mechanism
@testable import calibrate

@Suite struct ValidationTests {
  /// The textbook example of ten pupils (Wikipedia, Spearman's rank correlation): -29/165.
  @Test func spearman() {
    let first: [Double] = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let second: [Double] = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    #expect(abs(RankCorrelation.spearman(first, second) + 29.0 / 165) < 1e-12)
    #expect(RankCorrelation.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    #expect(RankCorrelation.spearman([1, 1], [1, 2]).isNaN)
  }

  /// Rows of one cluster go together: with one cluster every resample is the whole, so that the interval is a point.
  @Test func whatBelongsTogetherIsDrawnTogether() {
    let values: [Double] = [1, 2, 3, 4, 6]
    func mean(_ rows: [Int]) -> Double { rows.map { values[$0] }.reduce(0, +) / Double(rows.count) }
    #expect(Resampling.clusters(["b", "a", "b"], of: [0, 1, 2]) == [[0, 2], [1]])
    #expect(Resampling.interval(clusters: [[0, 1, 2, 3, 4]], mean) == "3.20 (3.20 to 3.20)")
    #expect(Resampling.interval(clusters: values.indices.map { [$0] }, mean).hasPrefix("3.20 (1."))
  }

  /// Two questions separate four corners; three levels are not needed.
  @Test func treeFindsTheQuestions() {
    let rows = (0..<400).map { [Double($0 % 20), Double($0 / 20)] }
    let labels = rows.map { $0[0] < 9.5 ? ($0[1] < 9.5 ? 0 : 1) : 2 }
    let tree = DecisionTree(rows, labels, depth: 3)
    #expect(rows.indices.allSatisfy { tree.label(rows[$0]) == labels[$0] })
    let lines = tree.lines(["a", "b"]) { "\($0)" }
    #expect(lines.count == 3 && lines.contains { $0.contains("a from 9.5") && $0.hasSuffix("2") })
  }

  /// Profiles and expectations stand in the tables as they were committed, and each expectation is of a profile.
  @Test func profilesAreWhole() throws {
    let profiles = ProfilesPage.profiles(try ProjectFile.table("Calibration/Validation/profiles.csv"))
    #expect(profiles.count == 14)
    for (name, visit) in profiles {
      #expect(visit.labs.count >= 9, "\(name)")
      #expect(visit.codes[.sex] != nil && visit.age != nil, "\(name)")
    }
    let expectations = try ProjectFile.table("Calibration/Validation/expectations.csv")
    for row in expectations.rows.indices {
      #expect(profiles.contains { $0.name == expectations.value(row, "profile") })
      #expect(!expectations.value(row, "reason").isEmpty)
    }
  }

  /// What must hold of the profiles whatever the model: guards, and that no probability is lost.
  @Test func guardsOfTheProfilesHold() throws {
    let profiles = ProfilesPage.profiles(try ProjectFile.table("Calibration/Validation/profiles.csv"))
    let scorer = try Scorer.shipped(draws: 64)
    for (name, visit) in profiles {
      let result = scorer.score(visit.panel)[0]
      #expect(abs(result.probabilities.reduce(0, +) - 1) < 1e-12, "\(name)")
      if name == "transplanted on sirolimus" { #expect(result.guards.contains("mtor_inhibitor")) }
      if name == "sepsis" { #expect(result.guards.contains("acute_inflammation")) }
      if name == "healthy" { #expect(VerdictRule.top(result.probabilities) == .sensitive) }
      // P01: wasting on dialysis is suppressed.
      if name == "haemodialysis with wasting" { #expect(VerdictRule.top(result.probabilities) == .suppressed) }
    }
  }

  /// Drawn people have the laws of the population model: the mean of ln leptin of lean men, from its table.
  @Test func drawnPeopleFollowThePopulation() throws {
    let study = Study(scorer: try Scorer.shipped(draws: 2), people: 10, threads: 2)
    let people = (0..<2000).map { number in
      DrawnPerson(key: UInt64(number), study: study) { _ in (.male, 45, 100, .none, false, nil) }
    }
    for variable in [PopulationVariable.leptin, .insulin, .il6] {
      let logarithms = people.map { log($0.person[variable]) }
      let mean = logarithms.reduce(0, +) / 2000
      let expected = study.scorer.population.distribution(
        variable, sex: .male, age: 45, gfr: 100, dialysis: .none, diabetes: false)
      #expect(abs(mean - expected.mean) < 4 * expected.sigma / 2000.0.squareRoot())
    }
    // Measured values are the true ones with laboratory error.
    #expect(people[0].visit.labs[.leptin] != people[0].person[.leptin])
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct SyndromeCutoffsTests {
  private static let statements: [(String, SyndromeCutoffs)] = [
    ("ncep", .ncep2005), ("idf", .idf2005), ("harmonized", .harmonized2009),
  ]

  /// Every population is a code of the dictionary and stands once in a statement.
  @Test func namesOnlyKnownPopulationsAndEachOnce() {
    for (name, cutoffs) in Self.statements {
      let populations = cutoffs.waist.flatMap(\.populations)
      #expect(Set(populations).count == populations.count, "\(name)")
      #expect(populations.allSatisfy { Covariate.ethnicity.codes.dropFirst().contains($0) }, "\(name)")
    }
  }

  /// Only `other`, which names no population, is left to the rule for the unknown, and by NCEP not even that.
  @Test func leavesOutOnlyTheUnnamed() {
    for (name, cutoffs) in Self.statements {
      let populations = Set(cutoffs.waist.flatMap(\.populations))
      let left = Covariate.ethnicity.codes.dropFirst().filter { !populations.contains($0) }
      #expect(left == (name == "ncep" ? [] : ["other"]), "\(name)")
    }
  }

  /// Limits as in the reprinted tables (PMC2464309 for the IDF, doi 10.3748/wjg.v19.i22.3375 for NCEP and IDF,
  /// PMC5574312 for Asia, Europe and Africa, and America), men then women.
  @Test(arguments: [
    ("ncep", "us_white", 102.0, 88.0), ("ncep", "chinese", 90, 80), ("idf", "europid", 94, 80),
    ("idf", "south_asian", 90, 80), ("idf", "chinese", 90, 80), ("idf", "japanese", 85, 90),
    ("idf", "sub_saharan_african", 94, 80), ("idf", "central_south_american", 90, 80),
    ("harmonized", "europid", 94, 80), ("harmonized", "other_asian", 90, 80), ("harmonized", "us_black", 102, 88),
  ])
  func hasThePublishedWaistLimits(statement: String, population: String, men: Double, women: Double) throws {
    let cutoffs = try #require(Self.statements.first { $0.0 == statement }).1
    let code = try #require(Covariate.ethnicity.codes.firstIndex(of: population))
    let found = cutoffs.waistLimits(ethnicity: UInt8(code))
    #expect(found.isListed)
    #expect(found.limits.count == 1)
    #expect(found.limits[0].men == men)
    #expect(found.limits[0].women == women)
  }

  @Test func givesEveryLimitForAnUnknownPopulation() {
    let unknown = SyndromeCutoffs.harmonized2009.waistLimits(ethnicity: 0)
    #expect(!unknown.isListed)
    #expect(Set(unknown.limits.map(\.men)) == [94, 90, 102, 85])
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct SyndromeCutoffsTests {
  private static let statements: [(String, SyndromeCutoffs)] = [
    ("ncep", .ncep2005), ("idf", .idf2005), ("harmonized", .harmonized2009),
  ]

  /// Every population stands once in a statement, so that each sex has one limit; only `other`, which names no population, is left to the
  /// rule for the unknown, and by NCEP not even that. A population that is misspelt in a statement would be left out.
  @Test func listsEachPopulationOnce() {
    for (name, cutoffs) in Self.statements {
      var left: [String] = []
      for (code, population) in Covariate.ethnicity.codes.enumerated().dropFirst() {
        let ranges = [Sex.female, .male].map { cutoffs.waistRange(ethnicity: UInt8(code), $0) }
        if ranges.allSatisfy(\.isListed) {
          #expect(ranges.allSatisfy { $0.lowest == $0.highest }, "\(name) \(population)")
        } else {
          left.append(population)
        }
      }
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
    func range(_ sex: Sex) -> WaistRange { cutoffs.waistRange(ethnicity: UInt8(code), sex) }
    #expect(range(.male) == WaistRange(lowest: men, highest: men, isListed: true))
    #expect(range(.female) == WaistRange(lowest: women, highest: women, isListed: true))
    #expect(range(.unknown) == WaistRange(lowest: min(men, women), highest: max(men, women), isListed: true))
  }

  /// Of the joint statement men have 85, 90, 94 or 102 cm, women 80, 88 or 90; a code that nobody knows is an unknown population.
  @Test(arguments: [UInt8(0), 200]) func givesTheExtremesForAnUnknownPopulation(code: UInt8) {
    func range(_ sex: Sex) -> WaistRange { SyndromeCutoffs.harmonized2009.waistRange(ethnicity: code, sex) }
    #expect(range(.male) == WaistRange(lowest: 85, highest: 102, isListed: false))
    #expect(range(.female) == WaistRange(lowest: 80, highest: 90, isListed: false))
    #expect(range(.unknown) == WaistRange(lowest: 80, highest: 102, isListed: false))
  }
}

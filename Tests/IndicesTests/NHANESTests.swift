import Domain
import Foundation
import Testing

@testable import Indices

/// Real people: the fasting subsample of NHANES 2017-2018 (CDC/NCHS, public use). The file is not part of the repository:
/// `RHEOSTAT_NHANES` names it, else it is looked for beside the package. Without it these tests are skipped.
@Suite(.enabled(if: NHANES.exists, "the NHANES 2017-2018 file is not here"))
struct NHANESTests {
  /// Counts by Tests/Oracles/nhanes_metabolic_syndrome.py: present, absent, undetermined among 2,387 adults, from
  /// measurements alone. (With 102/88 cm for everyone NCEP has 867 of 2,287: 37.9 %.)
  @Test(arguments: [
    ("mets_ncep_2005", [910, 1377, 100]), ("mets_idf_2005", [979, 1307, 101]),
    ("mets_harmonized_2009", [910, 1369, 108]),
  ])
  func countsTheSyndromeAsThePythonOracle(id: String, expected: [Int]) throws {
    let block = try NHANES.panel()
    let place = try #require(SyndromeRegistry.definitions.firstIndex { $0.id == id })
    let values = SyndromeRegistry.evaluate(block)[place]
    let adults = values.indices.filter { block.age[$0] >= 18 }
    #expect(adults.count == 2387)
    let counts = [SyndromeState.present, .absent, .undetermined].map { state in
      adults.count { values[$0].measured == state }
    }
    #expect(counts == expected)
    // No drug is known here, so that nobody can be found free of it under the strict reading who lacks nothing else
    // than one criterion, while everybody present by measurement is present.
    #expect(adults.allSatisfy { values[$0].measured != .present || values[$0].strict == .present })
    #expect(adults.allSatisfy { values[$0].strict != .undetermined || !values[$0].missing.isEmpty })
    #expect(values.indices.allSatisfy { block.age[$0] >= 18 || values[$0].strict == .undetermined })
  }

  /// 107 of 2,711 people have a glucose of exactly 100 mg/dL (counted by the same script), printed beside it by NHANES as
  /// 5.55 mmol/L: they meet the criterion as reported, and would not after conversion.
  @Test func meetsTheCriterionAtExactly100MilligramsADecilitre() throws {
    let block = try NHANES.panel()
    #expect(block.count == 2711)
    let exact = (0..<block.count).filter { block[Analyte.glucose, $0].reported == 100 }
    #expect(exact.count == 107)
    for row in exact {
      #expect(SyndromeCriteria.glucose(IndexVisit(block[row])).measured == .met)
      #expect(try #require(block[row].value(.glucose)) < 5.6)
    }
  }

  /// The file's own eGFR column was computed by a Python script with the same equation and rounded to one decimal.
  @Test func computesTheRateOfTheFile() throws {
    let block = try NHANES.panel()
    var compared = 0
    for row in 0..<block.count where block.age[row] >= 18 {
      guard let expected = NHANES.number(try NHANES.file(), row, "egfr_ckdepi2021_computed") else { continue }
      let value = CKDEPI2021.compute(block[row])
      #expect(value.status == .computed)
      #expect(abs(value.value - expected) <= 0.05 + 1e-9)
      compared += 1
    }
    #expect(compared > 2000)
  }

  /// Every index of every person has a finite value or a reason.
  @Test func answersForEverybody() throws {
    let block = try NHANES.panel()
    for (definition, values) in zip(IndexRegistry.definitions, IndexRegistry.compute(block)) {
      #expect(values.count == block.count)
      for value in values {
        let hasValue = value.status == .computed || value.status == .outOfRange
        #expect(value.value.isFinite == hasValue, "\(definition.id)")
        #expect(hasValue || value.reason != .none, "\(definition.id)")
      }
    }
  }
}

/// Reads the file into a panel, as reported in mg/dL.
enum NHANES {
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["RHEOSTAT_NHANES"] { return named }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.appending(path: "../shared/data/nhanes_2017_2018/nhanes_2017_2018_fasting.csv").standardized.path
  }()

  static var exists: Bool { FileManager.default.fileExists(atPath: path) }

  private static let parsed = Result {
    let data = try Data(contentsOf: URL(filePath: path))
    return data.withUnsafeBytes { DataFile(bytes: $0) }
  }

  static func file() throws -> DataFile { try parsed.get() }

  static func number(_ file: DataFile, _ row: Int, _ column: String) -> Double? { Double(file.value(row, column)) }

  static func panel() throws -> PanelBlock {
    let file = try file()
    var block = PanelBlock(
      visits: file.rows.indices.map {
        VisitIdentity(row: Int64($0), patient: Int64($0), ordinal: 1, day: nil, randomKey: 0)
      })
    let columns: [(Analyte, String, String)] = [
      (.glucose, "glucose_fasting_mg_dL", "mg/dL"), (.insulin, "insulin_uIU_mL", "uIU/mL"),
      (.creatinine, "creatinine_mg_dL", "mg/dL"), (.triglyceride, "triglycerides_fasting_mg_dL", "mg/dL"),
      (.hdl, "hdl_mg_dL", "mg/dL"), (.bmi, "bmi_kg_m2", "kg/m2"), (.waist, "waist_cm", "cm"),
      (.sbp, "sbp_mmHg", "mmHg"),
      (.dbp, "dbp_mmHg", "mmHg"), (.albumin, "albumin_g_dL", "g/dL"),
    ]
    for (analyte, column, unit) in columns {
      let place = try #require(analyte.unitIndex(spelled: unit))
      for row in file.rows.indices {
        guard let value = number(file, row, column) else { continue }
        block[analyte, row].value = analyte.info.units[place].canonical(value)
        block[analyte, row].reported = value
        block[analyte, row].unit = UInt8(place)
        block[analyte, row].status = .measured
      }
    }
    let races = [
      "1": "us_hispanic", "2": "us_hispanic", "3": "us_white", "4": "us_black", "6": "other_asian", "7": "other",
    ]
    for row in file.rows.indices {
      block.age[row] = number(file, row, "age_years") ?? .nan
      block[Covariate.sex, row] = file.value(row, "sex") == "M" ? 2 : 1
      let race = try #require(races[file.value(row, "race_eth_RIDRETH3")])
      let code = try #require(Covariate.ethnicity.codes.firstIndex(of: race))
      block[Covariate.ethnicity, row] = UInt8(code)
      block[Covariate.fasting, row] = Answer.yes.rawValue
    }
    return block
  }
}

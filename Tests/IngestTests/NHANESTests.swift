import Domain
import Foundation
import Testing

@testable import Ingest

/// The fasting subsample of NHANES 2017-2018 through the example mapping. Counts and means are pandas 2's (`count()` and
/// `mean()` of each column of the file); of 2,581 diastolic pressures two, 8 and 12 mmHg, lie below 20.
@Suite(.enabled(if: RealData.nhanes != nil, "the NHANES file is not on this machine"))
struct NHANESTests {
  private func collect() throws -> Collected {
    let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples/nhanes/fasting.toml")
    let mapping = try Mapping(toml: String(contentsOf: example, encoding: .utf8), name: "fasting.toml")
    return try Collected(path: try #require(RealData.nhanes), mapping: mapping)
  }

  private static let expected: [(analyte: Analyte, count: Int, mean: Double)] = [
    (.glucose, 2711, 111.912578), (.insulin, 2650, 14.242170), (.creatinine, 2651, 0.868318),
    (.ureaNitrogen, 2649, 14.476406), (.albumin, 2652, 4.032089), (.crp, 2646, 3.912320),
    (.triglyceride, 2657, 108.037636), (.hdl, 2659, 53.353140), (.ldl, 2631, 107.393387),
    (.cholesterol, 2651, 182.301396), (.hba1c, 2707, 5.790137), (.bmi, 2667, 29.035321), (.waist, 2595, 97.871368),
    (.sbp, 2588, 123.925270),
  ]

  @Test func allPeopleAndResultsAreThere() throws {
    let found = try collect()
    #expect(found.visits.count == 2711)
    #expect(Set(found.visits.map(\.patient)).count == 2711)
    for (analyte, count, mean) in Self.expected {
      let values = found.results.filter { $0.analyte == analyte }.map(\.reported)
      #expect(values.count == count, "\(analyte.name)")
      #expect(abs(values.reduce(0, +) / Double(values.count) - mean) < 1e-6, "\(analyte.name)")
    }
    #expect(found.results.count { $0.analyte == .dbp } == 2579)
    // Of ten women it cannot be told whether they are pregnant (RIDEXPRG 3).
    #expect(
      found.counts == [
        "result/rejected/implausible": 2, "result/set_aside/ignored_by_mapping": 21_334,
        "attribute/set_aside/stated_unknown": 10,
      ])
    // 39,695 laboratory cells are filled in the mapped columns.
    #expect(found.results.count + 2 == 39_695)
    #expect(found.results.count { $0.status == .belowLimit && $0.analyte == .insulin } == 5)
    #expect(found.results.count { $0.status == .belowLimit && $0.analyte == .crp } == 14)
  }

  /// pandas' `value_counts()`.
  @Test func codesMeanWhatTheCodebookSays() throws {
    let found = try collect()
    func count(_ covariate: Covariate, _ code: String) -> Int {
      found.attributes.count {
        if case .covariate(covariate, let number) = $0.value { covariate.codes[Int(number)] == code } else { false }
      }
    }
    #expect(count(.sex, "female") == 1421 && count(.sex, "male") == 1290)
    #expect(count(.ethnicity, "us_hispanic") == 417 + 257 && count(.ethnicity, "us_white") == 905)
    #expect(count(.ethnicity, "us_black") == 597 && count(.ethnicity, "other_asian") == 375)
    #expect(count(.ethnicity, "other") == 160)
    #expect(count(.pregnant, "yes") == 16 && count(.pregnant, "no") == 430)
    #expect(count(.fasting, "yes") == 2711)
    #expect(count(.diabetes, "none") == 0 && count(.dialysis, "none") == 0)
    #expect(found.attributes.count { if case .age = $0.value { true } else { false } } == 2711)
  }

  /// NHANES prints both units. It multiplies glucose by 0.05551 where the dictionary divides by 18.0156 (0.05 % apart),
  /// and prints two decimals, from 10 mmol/L on one.
  @Test(arguments: [
    ("glucose_fasting_mg_dL", "glucose_fasting_mmol_L", Analyte.glucose, "mg/dL"),
    ("insulin_uIU_mL", "insulin_pmol_L", .insulin, "uIU/mL"),
    ("creatinine_mg_dL", "creatinine_umol_L", .creatinine, "mg/dL"),
    ("albumin_g_dL", "albumin_g_L", .albumin, "g/dL"), ("hdl_mg_dL", "hdl_mmol_L", .hdl, "mg/dL"),
  ])
  func unitsAgreeWithTheSurveysOwn(conventional: String, si: String, analyte: Analyte, unit: String) throws {
    func values(_ column: String, _ unit: String) throws -> [String: Double] {
      let toml = """
        version = 1
        [columns.patient_id]
        role = "patient"
        [columns.\(column)]
        role = "\(analyte.name)"
        unit = "\(unit)"
        """
      let found = try Collected(path: try #require(RealData.nhanes), mapping: Mapping(toml: toml, name: "map.toml"))
      return Dictionary(uniqueKeysWithValues: found.results.map { ($0.visit.patient, $0.value) })
    }
    let converted = try values(conventional, unit)
    let printed = try values(si, analyte.info.unit)
    #expect(converted.count == printed.count && printed.count > 2_600)
    for (patient, value) in printed {
      let tolerance = analyte == .glucose ? (value < 10 ? 0.0055 : 0.05) : 0.0051
      #expect(abs((converted[patient] ?? .nan) - value) <= tolerance, "\(patient)")
    }
  }
}

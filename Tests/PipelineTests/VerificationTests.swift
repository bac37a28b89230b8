import Domain
import Testing

@testable import Indices
@testable import Pipeline

/// Every index against values of other programs and papers: `Sources/Indices/Data/vectors.csv` names the oracle of each.
@Suite struct VerificationTests {
  @Test func everyVectorIsMet() throws {
    let verification = try Verification()
    #expect(verification.rows.count > 300)
    for row in verification.rows {
      #expect(row.ok, "\(row.index) \(row.inputs): expected \(row.expected), computed \(row.computed) [\(row.oracle)]")
      #expect(!row.oracle.isEmpty && !row.source.isEmpty)
    }
  }

  /// What outside values could not be had for is said, and is no more than this.
  @Test func whatHasNoOutsideVectors() throws {
    let thin = try Set(Verification().thin)
    let known: Set<String> = ["pew"]
    #expect(thin == known, "\(thin.symmetricDifference(known))")
  }

  private func value(_ id: String, _ words: String) throws -> Double? {
    try CalculatedIndex.named(id).answer(words.split(separator: " ").map(String.init)).number
  }

  private func level(_ id: String, _ words: String) throws -> String? {
    try CalculatedIndex.named(id).answer(words.split(separator: " ").map(String.init)).level
  }

  private func status(_ id: String, _ words: String) throws -> String {
    try CalculatedIndex.named(id).answer(words.split(separator: " ").map(String.init)).reason
  }

  // Published mistakes, by name.

  /// HealthMarkers 0.1.2 divides mmol/L by 405, so that HOMA-IR is 18 times too low or, turned round, too high.
  @Test func homaHasItsFactorInMillimoles() throws {
    #expect(abs(try #require(try value("homa_ir", "glucose=5mmol/L insulin=10uU/mL")) - 50 / 22.5) < 1e-12)
    #expect(abs(try #require(try value("homa_ir", "glucose=90mg/dL insulin=10uU/mL")) - 900 / 405) < 0.003)
  }

  /// InsuSensCalc 0.1.0 takes natural logarithms and gives 0.215 here.
  @Test func quickiTakesLogarithmsToBaseTen() throws {
    let found = try #require(try value("quicki", "glucose=90mg/dL insulin=7uU/mL"))
    #expect(abs(found - 0.3573) < 0.0001)
  }

  /// TyG: the half stands inside the logarithm; ln(TG x G) / 2 would be 4.6.
  @Test func tygHasItsHalfInside() throws {
    #expect(try #require(try value("tyg", "glucose=90mg/dL triglyceride=100mg/dL")) > 8)
  }

  /// Two public calculators divide the ACR by 8.84 and give 10.0 % for 24.6 %.
  @Test func kfreTakesTheRatioInMilligramsPerGram() throws {
    let person = "age=60 sex=male egfr=30mL/min/1.73m2"
    let grams = try #require(try value("kfre4_5y_na", person + " uacr=300mg/g"))
    #expect(abs(grams - 0.246) < 0.001)
    let moles = try #require(try value("kfre4_5y_na", person + " uacr=33.936mg/mmol"))
    #expect(abs(grams - moles) < 1e-4)
  }

  /// kidney.epi and two others called G1/A3 and G3a/A3 otherwise at times: the map of KDIGO.
  @Test(arguments: [
    (95.0, 10.0, "low"), (95, 100, "moderate"), (95, 400, "high"), (70, 400, "high"), (50, 10, "moderate"),
    (50, 100, "high"),
    (50, 400, "very_high"), (35, 10, "high"), (35, 100, "very_high"), (20, 10, "very_high"), (10, 10, "very_high"),
  ]) func heatMap(gfr: Double, ratio: Double, risk: String) throws {
    #expect(try level("ckd_risk", "egfr=\(gfr)mL/min/1.73m2 uacr=\(ratio)mg/g age=50") == risk)
  }

  /// 88.4 and not 88.42 umol/L per mg/dL: they differ in the fourth digit.
  @Test func creatinineIsConvertedWithEightyEightPointFour() throws {
    let milligrams = try #require(try value("egfr_ckdepi_2021", "creatinine=1mg/dL age=50 sex=male"))
    let micromoles = try #require(try value("egfr_ckdepi_2021", "creatinine=88.4umol/L age=50 sex=male"))
    #expect(abs(milligrams - micromoles) < 1e-9)
  }

  /// metscalc 213236e used the women's coefficients of waist for men.
  @Test func rowsOfMetSeverityAreNotMixedUp() throws {
    let labs = "age=39 waist=110.4cm hdl=46mg/dL sbp=119.3333mmHg triglyceride=97mg/dL glucose=110.6479mg/dL"
    let man = try #require(try value("mets_z_wc", labs + " sex=male ethnicity=us_white"))
    #expect(abs(man - 0.274626) < 1e-5)
    let woman = try #require(try value("mets_z_wc", labs + " sex=female ethnicity=us_white"))
    #expect(abs(man - woman) > 0.1)
  }

  /// HealthMarkers' vignette puts mmol/L into formulas for mg/dL: METS-IR 330, SPISE 8.6.
  @Test func lipidScoresTakeMilligrams() throws {
    let labs = "hdl=1.2mmol/L triglyceride=1.3mmol/L bmi=24 glucose=5.5mmol/L"
    #expect(try #require(try value("mets_ir", labs)) < 60)
    #expect(try #require(try value("spise", labs)) < 8)
    // AIP is a ratio of amounts: 0.477 for 150 over 50 mg/dL is the misuse.
    #expect(abs(try #require(try value("aip", "triglyceride=150mg/dL hdl=50mg/dL")) - 0.1172) < 0.001)
  }

  // Who is refused.

  @Test(arguments: [
    ("homa_ir", "glucose=5mmol/L insulin=10uU/mL drug_insulin=yes", "exogenous_insulin"),
    ("homa_ir", "glucose=5mmol/L insulin=10uU/mL diabetes=type1", "exogenous_insulin"),
    ("homa_ir", "glucose=5mmol/L insulin=10uU/mL fasting=no", "not_fasting"),
    ("homa_ir", "glucose=5mmol/L insulin=10uU/mL egfr=40mL/min/1.73m2", "reduced_insulin_clearance"),
    ("egfr_ckdepi_2021", "creatinine=1mg/dL age=50 sex=male dialysis=haemodialysis", "on_dialysis"),
    ("egfr_schwartz", "height=170cm creatinine=1mg/dL age=40", "outside_age"),
    ("mets_z_wc", "age=15", "outside_age"),
    ("kfre4_2y_na", "age=60 sex=male egfr=80mL/min/1.73m2 uacr=30mg/g", "outside_validated_range"),
    ("kfre4_2y_na", "age=60 sex=male egfr=30mL/min/1.73m2 uacr=30mg/g transplant=yes", "kidney_transplant"),
    ("tyg", "glucose=90mg/dL", "missing_input"), ("egfr_slope", "egfr=50mL/min/1.73m2", "too_few_visits"),
    ("vai", "waist=120cm bmi=45 triglyceride=1mmol/L hdl=1mmol/L sex=male", "outside_validated_range"),
  ]) func refusals(id: String, words: String, reason: String) throws {
    #expect(try status(id, words) == reason)
  }
}

import Domain
import Testing

@testable import Ingest

@Suite struct HeaderNameTests {
  /// Headers as real exports write them, and what a person would say they are.
  @Test(arguments: [
    ("Glucose (mg/dL)", Analyte.glucose, "mg/dL"), ("glucose_mg_dL", .glucose, "mg/dL"),
    ("glucose[mmol/L]", .glucose, "mmol/L"), ("glucose.mg.dL", .glucose, "mg/dL"),
    ("Glucose, fasting [mg/dL]", .glucose, "mg/dL"), ("insulin_uIU_mL", .insulin, "uIU/mL"),
    ("Insulin (µU/mL)", .insulin, "µU/mL"), ("egfr_ml_min_1.73m2", .egfr, "mL/min/1.73 m2"),
    ("eGFR (mL/min/1.73m²)", .egfr, "mL/min/1.73m²"), ("TNF-α (pg/mL)", .tnfAlpha, "pg/mL"),
    ("IL-6_pg_ml", .il6, "pg/mL"), ("hba1c_pct", .hba1c, "%"), ("HbA1c (%)", .hba1c, "%"),
    ("bmi_kg_m2", .bmi, "kg/m2"), ("waist_cm", .waist, "cm"), ("height_m", .height, "m"), ("SBP (mmHg)", .sbp, "mmHg"),
    ("uacr_mg_g", .uacr, "mg/g"), ("Albumin/creatinine ratio (mg/mmol)", .uacr, "mg/mmol"),
    ("urine_creatinine_mmol_L", .urineCreatinine, "mmol/L"), ("HDL-C mmol/L", .hdl, "mmol/L"),
  ])
  func quantitiesWithUnits(header: String, analyte: Analyte, unit: String) throws {
    let found = try #require(HeaderName.read(header, isLong: false))
    #expect(found.role == .lab(analyte))
    let text = try #require(found.unit)
    #expect(UnitSpelling.index(text, of: analyte) == UnitSpelling.index(unit, of: analyte))
    #expect(UnitSpelling.index(unit, of: analyte) != nil)
  }

  /// A part of a name is never enough.
  @Test(arguments: [
    "Albumin (urine)", "urine albumin mg/L", "albumin_urine_mg_L", "random glucose (mg/dL)",
    "insulin_below_LLOD", "egfr_slope", "glucose_sd", "creatinine clearance (mL/min)", "weight loss (kg)", "age_months",
    "mother's age", "", "  ", "(mg/dL)", "crp?",
  ])
  func notUnderstood(header: String) { #expect(HeaderName.read(header, isLong: false) == nil) }

  @Test func aUnitOfAnotherQuantityIsSeenAndNotAccepted() {
    #expect(HeaderName.read("Albumin (mg/g)", isLong: false) == HeaderName(role: .lab(.albumin), unit: "mg/g"))
    #expect(UnitSpelling.index("mg/g", of: .albumin) == nil)
    #expect(UnitSpelling.index("mg/L", of: .albumin) == nil)
  }

  @Test func otherColumns() {
    #expect(HeaderName.read("Patient ID", isLong: false)?.role == .patient)
    #expect(HeaderName.read("USUBJID", isLong: true)?.role == .patient)
    #expect(HeaderName.read("Age (years)", isLong: false)?.role == .age)
    #expect(HeaderName.read("drug-bp", isLong: false)?.role == .covariate(.drugBloodPressure))
    #expect(HeaderName.read("LBTESTCD", isLong: true)?.role == .analyteName)
    #expect(HeaderName.read("value", isLong: false) == nil)
    for covariate in Covariate.allCases {
      #expect(HeaderName.read(covariate.rawValue, isLong: false)?.role == .covariate(covariate))
    }
    for analyte in Analyte.allCases { #expect(HeaderName.read(analyte.name, isLong: false)?.role == .lab(analyte)) }
  }

  @Test func longHeadersTakeNoTime() {
    #expect(HeaderName.read(String(repeating: "glucose ", count: 100_000), isLong: false) == nil)
  }
}

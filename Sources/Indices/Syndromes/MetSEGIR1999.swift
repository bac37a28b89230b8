import Domain

/// The insulin resistance syndrome of the European group (EGIR 1999): fasting insulin in the top quarter of people without
/// diabetes, and two of four others; not in diabetes. The cut-point of the top quarter comes from outside the cohort.
public enum MetSEGIR1999: Syndrome {
  public static let rule = SyndromeRule(required: 3, obligatory: 0)
  /// Fasting insulin, pmol/L, above which a quarter of people without diabetes lie: 12 mU/L in 65 Spaniards of 30 to 60 years
  /// (Ascaso 2003, doi 10.2337/diacare.26.12.3320), 12.9 in 976 Koreans (Lee 2006), 8 in Chinese (Lin 2021).
  static let insulinLimit = 72.0

  public static let definition = SyndromeDefinition(
    id: "mets_egir_1999", name: "Insulin resistance syndrome, EGIR 1999",
    rule: "Fasting insulin in the top quarter, and at least 2 of the other 4; not in diabetes. Adults.",
    criteria: [
      CriterionDefinition(
        id: "insulin", label: "Fasting insulin",
        rule:
          ">= 12 mU/L, the top quarter of people without diabetes (Ascaso 2003, doi 10.2337/diacare.26.12.3320); it depends"
          + " on assay and population. Not met in diabetes, nor under insulin where diabetes is not stated; unknown below eGFR"
          + " 60 and on dialysis, where insulin is cleared less, and, if it is high, where diabetes is not stated",
        inputs: [
          InputSet(.insulin), InputSet(.fasting), .diabetes, InputSet(.drugInsulin), InputSet(.egfr),
          InputSet(.creatinine), InputSet(.dialysis), InputSet(.sex),
        ]),
      CriterionDefinition(id: "waist", label: "Waist", rule: ">= 94 cm (men), >= 80 cm (women)", inputs: .waist),
      CriterionDefinition(
        id: "lipids", label: "Lipids",
        rule: "Triglycerides > 2.0 mmol/L (> 178 mg/dL), HDL < 1.0 mmol/L (< 39 mg/dL), or treated",
        inputs: .triglyceride.union([.hdl, .lipidDrug])),
      CriterionDefinition(
        id: "blood_pressure", label: "Blood pressure", rule: ">= 140 or >= 90 mmHg, or treated", inputs: .pressure),
      CriterionDefinition(
        id: "glucose", label: "Fasting glucose", rule: ">= 6.1 mmol/L (>= 110 mg/dL)", inputs: .glucose),
    ],
    source:
      "Balkau B, Charles MA. Diabet Med 1999;16:442-443, doi 10.1046/j.1464-5491.1999.00059.x (limits read in reprinted"
      + " tables)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    CriterionAnswers(
      OlderCriteria.insulin(visit, limit: insulinLimit), OlderCriteria.waist(visit, women: 80, men: 94),
      OlderCriteria.lipids(visit, triglyceride: 2.0, perDecilitre: 178, drugs: true, isAbove: true),
      visit.common.pressure,
      OlderCriteria.fastingGlucose(visit))
  }
}

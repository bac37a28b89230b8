import Domain

/// The metabolic syndrome of the Chinese Diabetes Society, 2004: three of four criteria.
public enum MetSCDS2004: Syndrome {
  public static let rule = SyndromeRule(required: 3)

  public static let definition = SyndromeDefinition(
    id: "mets_cds_2004", name: "Metabolic syndrome, CDS 2004", rule: "At least 3 of 4. Adults.",
    criteria: [
      CriterionDefinition(id: "bmi", label: "BMI", rule: ">= 25 kg/m2", inputs: .bodyMass),
      CriterionDefinition(
        id: "glucose", label: "Glucose",
        rule:
          "Fasting >= 6.1 mmol/L (>= 110 mg/dL), two hours after 75 g >= 7.8 mmol/L (>= 140 mg/dL; not waited for where no"
          + " load was given), or treated diabetes (a drug for it, unless diabetes is known to be absent)",
        inputs: .glucose.union([.glucoseAfterLoad, .diabetes, .glucoseDrugs])),
      CriterionDefinition(
        id: "blood_pressure", label: "Blood pressure", rule: ">= 140 or >= 90 mmHg, or treated", inputs: .pressure),
      CriterionDefinition(
        id: "lipids", label: "Lipids",
        rule:
          "Triglycerides >= 1.7 mmol/L (>= 150 mg/dL), or HDL < 0.9 mmol/L (35 mg/dL; men), < 1.0 mmol/L (39 mg/dL; women)",
        inputs: .triglyceride.union(.hdl)),
    ],
    source: "Chinese Diabetes Society. Chin J Diabetes 2004;12:156-161 (no DOI; limits read in reprinted tables)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    CriterionAnswers(
      OlderCriteria.bmi(visit, atLeast: 25), visit.common.glucoseOrTreatedDiabetes, visit.common.pressure,
      visit.common.lipids)
  }
}

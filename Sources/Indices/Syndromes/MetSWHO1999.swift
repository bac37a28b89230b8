import Domain

/// The metabolic syndrome of the WHO consultation (1999): diabetes, raised glucose or insulin resistance, and two of four
/// others. Insulin resistance by clamp is not among the labs: without diabetes or raised glucose the first criterion is
/// unknown, never absent, and where only it is wanting the syndrome is undetermined.
public enum MetSWHO1999: Syndrome {
  public static let rule = SyndromeRule(required: 3, obligatory: 0)

  public static let definition = SyndromeDefinition(
    id: "mets_who_1999", name: "Metabolic syndrome, WHO 1999",
    rule:
      "Diabetes, raised glucose or the lowest quarter of insulin sensitivity, and at least 2 of the other 4. Adults.",
    criteria: [
      CriterionDefinition(
        id: "glucose", label: "Glucose or insulin resistance",
        rule:
          "Diabetes, or a drug for it where diabetes is not stated; fasting glucose >= 6.1 mmol/L (>= 110 mg/dL); two hours"
          + " after 75 g >= 7.8 mmol/L (>= 140 mg/dL), not waited for where no load was given; or the lowest quarter of"
          + " disposal in a clamp (not among the labs)",
        inputs: .glucose.union([.glucoseAfterLoad, .diabetes, .glucoseDrugs])),
      CriterionDefinition(
        id: "obesity", label: "Obesity", rule: "Waist/hip > 0.90 (men), > 0.85 (women), or BMI > 30 kg/m2",
        inputs: .waist.union([.bodyMass, InputSet(.hip)])),
      CriterionDefinition(
        id: "lipids", label: "Lipids",
        rule:
          "Triglycerides >= 1.7 mmol/L (>= 150 mg/dL), or HDL < 0.9 mmol/L (35 mg/dL; men), < 1.0 mmol/L (39 mg/dL; women)",
        inputs: .triglyceride.union(.hdl)),
      CriterionDefinition(
        id: "blood_pressure", label: "Blood pressure", rule: ">= 140 or >= 90 mmHg, or treated", inputs: .pressure),
      CriterionDefinition(
        id: "albuminuria", label: "Albuminuria",
        rule:
          "Albumin/creatinine >= 30 mg/g (>= 3 mg/mmol); counted in kidney disease too, where it says nothing of the syndrome",
        inputs: InputSet(.uacr)),
    ],
    caveat: "Albuminuria is a sign of the kidney disease itself there: as a criterion it says nothing of the syndrome.",
    source:
      "WHO/NCD/NCS/99.2 (1999), Definition, Diagnosis and Classification of Diabetes Mellitus, part 1 (limits read in"
      + " reprinted tables)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    CriterionAnswers(
      OlderCriteria.glucoseOrDiabetes(visit), OlderCriteria.waistHipOrBMI(visit),
      visit.common.lipids, visit.common.pressure, OlderCriteria.albuminuria(visit))
  }
}

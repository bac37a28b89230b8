import Domain

/// The metabolic syndrome of the Chinese Diabetes Society in its guidelines of 2013, 2017 and 2020: three of five.
public enum MetSCDS2020: Syndrome {
  public static let rule = SyndromeRule(required: 3)

  public static let definition = SyndromeDefinition(
    id: "mets_cds_2020", name: "Metabolic syndrome, CDS 2020", rule: "At least 3 of 5. Adults.",
    criteria: [
      CriterionDefinition(id: "waist", label: "Waist", rule: ">= 90 cm (men), >= 85 cm (women)", inputs: .waist),
      CriterionDefinition(
        id: "glucose", label: "Glucose",
        rule:
          "Fasting >= 6.1 mmol/L (>= 110 mg/dL), two hours after 75 g >= 7.8 mmol/L (>= 140 mg/dL; not waited for where no"
          + " load was given), or treated diabetes (a drug for it, unless diabetes is known to be absent)",
        inputs: .glucose.union([.glucoseAfterLoad, .diabetes, .glucoseDrugs])),
      CriterionDefinition(
        id: "blood_pressure", label: "Blood pressure", rule: ">= 130 or >= 85 mmHg, or treated", inputs: .pressure),
      CriterionDefinition(
        id: "triglyceride", label: "Triglycerides", rule: ">= 1.7 mmol/L (>= 150 mg/dL)", inputs: .triglyceride),
      CriterionDefinition(
        id: "hdl", label: "HDL cholesterol", rule: "< 1.04 mmol/L (< 40 mg/dL)", inputs: InputSet(.hdl)),
    ],
    source:
      "Chinese Diabetes Society. Chin J Diabetes Mellitus 2021;13:315-409, doi 10.3760/cma.j.cn115791-20210221-00095"
      + " (limits read; year and DOI from memory)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    CriterionAnswers(
      OlderCriteria.waist(visit, women: 85, men: 90), visit.common.glucoseOrTreatedDiabetes,
      OlderCriteria.pressure(visit, systolic: 130, diastolic: 85),
      OlderCriteria.triglyceride(visit), OlderCriteria.hdl(visit, below: 1.04, perDecilitre: 40))
  }
}

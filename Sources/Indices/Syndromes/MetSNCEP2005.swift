import Domain

/// The metabolic syndrome of NCEP ATP III as revised by AHA and NHLBI in 2005: three of five criteria
/// (Grundy 2005, doi 10.1161/CIRCULATIONAHA.105.169404).
public enum MetSNCEP2005: Syndrome {
  public static let rule = SyndromeRule(required: 3)

  public static let definition = SyndromeDefinition(
    id: "mets_ncep_2005", name: "Metabolic syndrome, NCEP ATP III (AHA/NHLBI 2005)",
    rule: "At least 3 of 5. Adults.",
    criteria: [
      CriterionDefinition(
        id: "waist", label: "Waist", rule: ">= 102 cm (men), >= 88 cm (women); Asian people >= 90 and >= 80 cm",
        inputs: .waistByPopulation),
      .triglyceride, .hdl(women: "1.3", men: "1.03"), .bloodPressure, .glucose,
    ],
    source: "Grundy SM et al. Circulation 2005;112:2735-2752, doi 10.1161/CIRCULATIONAHA.105.169404")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    let cutoffs = visit.tables.pointee.ncep2005
    return CriterionAnswers(
      SyndromeCriteria.waist(visit, cutoffs), visit.common.triglyceride, SyndromeCriteria.hdl(visit, cutoffs),
      visit.common.bloodPressure, visit.common.glucose)
  }
}

extension CriterionDefinition {
  static let triglyceride = CriterionDefinition(
    id: "triglyceride", label: "Triglycerides", rule: ">= 1.7 mmol/L (>= 150 mg/dL), or drug treatment for it",
    inputs: .triglyceride.union(.lipidDrug))
  static let bloodPressure = CriterionDefinition(
    id: "blood_pressure", label: "Blood pressure",
    rule: ">= 130 mmHg systolic or >= 85 mmHg diastolic, or drug treatment of hypertension", inputs: .pressure)
  static let glucose = CriterionDefinition(
    id: "glucose", label: "Fasting glucose", rule: ">= 5.6 mmol/L (>= 100 mg/dL), or drug treatment for it",
    inputs: .glucose.union(.glucoseDrugs))

  static func hdl(women: String, men: String) -> CriterionDefinition {
    CriterionDefinition(
      id: "hdl", label: "HDL cholesterol",
      rule: "< \(men) mmol/L (< 40 mg/dL) (men), < \(women) mmol/L (< 50 mg/dL) (women), or drug treatment for it",
      inputs: .hdl.union(.lipidDrug))
  }
}

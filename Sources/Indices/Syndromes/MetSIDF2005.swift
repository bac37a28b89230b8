import Domain

/// The metabolic syndrome of the International Diabetes Federation, 2005: central obesity and two of four others
/// (Alberti 2005, doi 10.1016/S0140-6736(05)67402-8; DOI from memory, unverified).
public enum MetSIDF2005: Syndrome {
  public static let rule = SyndromeRule(required: 3, obligatory: 0)

  public static let definition = SyndromeDefinition(
    id: "mets_idf_2005", name: "Metabolic syndrome, IDF 2005",
    rule: "Central obesity, and at least 2 of the other 4. Adults.",
    criteria: [
      CriterionDefinition(
        id: "waist", label: "Waist",
        rule:
          "By population, men / women: Europid, African, Arab, US white and black >= 94 / 80 cm; South Asian, Chinese, other"
          + " Asian, Central and South American, US Hispanic >= 90 / 80 cm; Japanese >= 85 / 90 cm; assumed where BMI > 30 kg/m2 and the waist"
          + " does not decide", inputs: .waistByPopulation.union(.bodyMass)),
      .triglyceride, .hdl(women: "1.29", men: "1.03"), .bloodPressure,
      CriterionDefinition(
        id: "glucose", label: "Fasting glucose", rule: ">= 5.6 mmol/L (>= 100 mg/dL), or known type 2 diabetes",
        inputs: .glucose.union(.diabetes)),
    ],
    source: "Alberti KGMM et al. Lancet 2005;366:1059-1062, doi 10.1016/S0140-6736(05)67402-8"
      + " (DOI from memory, unverified; limits read in reprinted tables, as PMC8110138)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    let cutoffs = visit.tables.pointee.idf2005
    return CriterionAnswers(
      centralObesity(visit, cutoffs), visit.common.triglyceride, SyndromeCriteria.hdl(visit, cutoffs),
      visit.common.bloodPressure, SyndromeCriteria.glucoseOrType2(visit))
  }

  /// A BMI above 30 stands in for a waist that was not measured or does not decide; it never overrules one that does.
  private static func centralObesity(_ visit: IndexVisit, _ cutoffs: SyndromeCutoffs) -> CriterionAnswer {
    let waist = SyndromeCriteria.waist(visit, cutoffs)
    guard waist.strict == .unknown else { return waist }
    if visit.bodyMassBounds.isAbove(30) == .met { return CriterionAnswer(strict: .met, measured: .met, missing: []) }
    if visit.bodyMassIndex != nil { return waist }
    let missing = waist.missing.union(BodyMassIndex.missing(visit))
    return CriterionAnswer(strict: .unknown, measured: .unknown, missing: missing)
  }
}

import Domain

/// The metabolic syndrome of the joint interim statement of 2009: three of five criteria, waist by population
/// (Alberti 2009, doi 10.1161/CIRCULATIONAHA.109.192644).
public enum MetSHarmonized2009: Syndrome {
  public static let rule = SyndromeRule(required: 3)

  public static let definition = SyndromeDefinition(
    id: "mets_harmonized_2009", name: "Metabolic syndrome, joint statement 2009",
    rule: "At least 3 of 5. Adults.",
    criteria: [
      CriterionDefinition(
        id: "waist", label: "Waist",
        rule:
          "By population, men / women: Europid, Middle Eastern, sub-Saharan African >= 94 / 80 cm; Asian, Central and"
          + " South American >= 90 / 80 cm; United States >= 102 / 88 cm; Chinese >= 85 / 80 cm; Japanese >= 85 / 90 cm",
        inputs: .waistByPopulation),
      .triglyceride, .hdl(women: "1.3", men: "1.0"), .bloodPressure, .glucose,
    ],
    source: "Alberti KGMM et al. Circulation 2009;120:1640-1645, doi 10.1161/CIRCULATIONAHA.109.192644"
      + " (list of waist limits from memory, unverified)")

  public static func criteria(_ visit: IndexVisit) -> CriterionAnswers {
    let cutoffs = visit.tables.pointee.harmonized2009
    return CriterionAnswers(
      SyndromeCriteria.waist(visit, cutoffs), visit.common.triglyceride, SyndromeCriteria.hdl(visit, cutoffs),
      visit.common.bloodPressure, visit.common.glucose)
  }
}

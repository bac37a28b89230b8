import Testing

@testable import Ingest

@Suite struct MappingCheckTests {
  @Test(arguments: ["arm", "Site_2", "a", String(repeating: "x", count: 32), "outcome"])
  func namesThatMayBeKept(name: String) { #expect(KeptName.isAllowed(name)) }

  /// The columns of patients.csv, as the command line's contract lists them, and names unfit for SPSS, Stata and SAS.
  @Test(arguments: [
    "", "2arm", "_a", "a-b", "a b", "ä", String(repeating: "x", count: 33), "patient_key", "visit", "age", "Sex",
    "drug_mtor", "glucose", "egfr_equation", "insulin_cens", "ckd_g", "homa_ir", "mets_idf_2005", "phenotype",
    "reason_code", "p_mixed", "ir_liver_lo", "mtorc1_muscle", "arm_lipid_liver", "labs_missing",
  ])
  func namesThatMayNot(name: String) { #expect(!KeptName.isAllowed(name)) }

  /// Distances by the definition of Levenshtein (1966): kitten to sitting is the textbook's three.
  @Test func editDistance() {
    #expect(Closest.distance("kitten", "sitting") == 3)
    #expect(Closest.distance("", "abc") == 3)
    #expect(Closest.distance("flaw", "lawn") == 2)
  }
}

import Domain
import Report
import Testing

@Suite struct ResultsLongTableTests {
  private func rows(_ visits: [SampleRecords.Visit]) -> [[String]] {
    let table = ResultsLongTable(catalogue: SampleCatalogue.catalogue())
    return readCSV(table.header() + table.rows(SampleRecords.block(visits)))
  }

  /// By hand, from the values of the sample and the columns of the contract.
  @Test func oneRowAResult() {
    let rows = rows([SampleRecords.wasted[0]])
    #expect(rows[0] == ["patient_key", "visit", "variable", "value", "unit", "status", "reason"])
    #expect(rows.contains(["P00001", "1", "glucose", "5.05", "mmol/L", "measured", ""]))
    #expect(rows.contains(["P00001", "1", "leptin", "4.2", "ng/mL", "below_limit", ""]))
    #expect(rows.contains(["P00001", "1", "creatinine", "512", "umol/L", "above_limit", ""]))
    #expect(rows.contains(["P00001", "1", "homa_ir", "3.591", "", "computed", "reduced_insulin_clearance"]))
    #expect(rows.contains(["P00001", "1", "adipo_ir", "", "mmol/L x pmol/L", "not_computable", "missing_input: ffa"]))
    #expect(rows.contains(["P00001", "1", "ckd_g", "G5D", "", "computed", ""]))
    #expect(rows.contains(["P00001", "1", "mets_ncep_2005", "present", "", "computed", ""]))
    #expect(rows.contains(["P00001", "1", "phenotype", "suppressed", "", "classified", "clear"]))
    #expect(rows.contains(["P00001", "1", "p_mixed", "0.135", "1", "computed", ""]))
  }

  /// The reported eGFR and the one used are two variables.
  @Test func noVariableStandsTwiceAVisit() {
    let rows = rows(SampleRecords.cohort).dropFirst()
    let keys = rows.map { $0[0...2].joined(separator: "|") }
    #expect(Set(keys).count == keys.count)
    #expect(rows.contains { $0[2] == "egfr_reported" })
    #expect(rows.contains { $0[2] == "egfr" })
  }

  @Test func whatIsUndeterminedSaysWhatIsMissing() {
    let rows = rows([SampleRecords.bare])
    #expect(
      rows.contains([
        "P00003", "1", "mets_idf_2005", "undetermined", "", "not_computable", "missing_input: hdl; waist; drug_lipid",
      ]))
    #expect(!rows.contains { $0[2] == "phenotype" })
  }
}

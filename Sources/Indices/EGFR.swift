import Domain

/// The eGFR that everything else uses: as reported where the source gives one, else CKD-EPI 2021 from creatinine.
///
/// Unit mL/min/1.73 m2. The equation behind each value stands beside it in the tables.
public enum EGFR: Index {
  public static let definition = IndexDefinition(
    id: "egfr", name: "eGFR (as reported, else CKD-EPI 2021 creatinine)",
    formula: "the reported eGFR; where there is none, CKD-EPI 2021 from creatinine (see egfr_ckdepi_2021)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "Not on dialysis; a computed one from 18 years.", cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "A reported value may come from another equation than a computed one: see the equation column.",
    source: "KDIGO 2024 CKD guideline, doi 10.1016/j.kint.2023.10.018; Inker 2021, doi 10.1056/NEJMoa2102953")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    guard let derived = visit.filtration else { return EstimatedGFR.absence(visit) }
    let censored = visit.status(derived.isReported ? .egfr : .creatinine) != .measured
    return .computed(derived.value, caveat: censored ? .censoredInput : .none)
  }
}

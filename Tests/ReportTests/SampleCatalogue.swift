import Domain

/// Definitions as the stages give them, shortened; the numbers of people in `SampleRecords` are made up.
enum SampleCatalogue {
  static let indices: [IndexDefinition] = [
    number(
      "homa_ir", "HOMA-IR", "glucose [mmol/L] x insulin [uU/mL] / 22.5",
      cutoff: "No universal cut-off; 2.5 is often used.",
      caveat: "Below eGFR 60 the kidney clears less insulin and the index overstates insulin resistance.",
      source: "Matthews 1985, doi 10.1007/BF00280883"),
    number(
      "homa_b", "HOMA-%B", "20 x insulin [uU/mL] / (glucose [mmol/L] - 3.5)", unit: "%",
      cutoff: "100 % by construction.",
      source: "Matthews 1985, doi 10.1007/BF00280883"),
    number(
      "quicki", "QUICKI", "1 / (log10 insulin [uU/mL] + log10 glucose [mg/dL])", cutoff: "No universal cut-off.",
      source: "Katz 2000, doi 10.1210/jcem.85.7.6661"),
    number(
      "egfr_ckdepi_2021", "eGFR, CKD-EPI 2021",
      "142 x min(S/k, 1)^a x max(S/k, 1)^-1.200 x 0.9938^age x 1.012 [women]", unit: "mL/min/1.73 m2",
      cutoff: "Below 60 for three months: CKD.", caveat: "Overestimates in wasting; says nothing on dialysis.",
      source: "Inker 2021, doi 10.1056/NEJMoa2102953"),
    number(
      "egfr", "eGFR used", "as reported, else CKD-EPI 2021", unit: "mL/min/1.73 m2",
      cutoff: "Below 60 for three months: CKD.", source: "as its parts"),
    IndexDefinition(
      id: "ckd_g", name: "KDIGO stage G", formula: "G1 >=90, G2 60-89, G3a 45-59, G3b 30-44, G4 15-29, G5 <15",
      unit: "1",
      inputs: InputSet(.egfr), validity: "over three months", cutoff: "G3a and above: CKD.",
      source: "KDIGO 2024, doi 10.1016/j.kint.2023.10.018",
      levels: ["G1", "G2", "G3a", "G3b", "G4", "G5", "G5D"]),
    IndexDefinition(
      id: "ckd_a", name: "KDIGO stage A", formula: "A1 <3, A2 3-30, A3 >30 mg/mmol", unit: "1", inputs: InputSet(.uacr),
      validity: "over three months", cutoff: "A2 and above: albuminuria.",
      source: "KDIGO 2024, doi 10.1016/j.kint.2023.10.018", levels: ["A1", "A2", "A3"]),
    number(
      "tyg", "TyG", "ln(triglyceride [mg/dL] x glucose [mg/dL] / 2)", cutoff: "8.8 in some cohorts.",
      source: "Simental-Mendia 2008 (from memory, unverified)"),
    number(
      "lep_adipo", "Leptin/adiponectin", "leptin [ng/mL] / adiponectin [ug/mL]", cutoff: "None agreed.",
      caveat: "Both are retained by failing kidneys.",
      source: "Fruhbeck 2018 uses the inverse (from memory, unverified)"),
    number(
      "adipo_ir", "Adipo-IR", "FFA [mmol/L] x insulin [pmol/L]", unit: "mmol/L x pmol/L", cutoff: "None agreed.",
      source: "Gastaldelli 2017, PMC5460729"),
  ]

  private static func number(
    _ id: String, _ name: String, _ formula: String, unit: String = "1", cutoff: String, caveat: String = "",
    source: String
  ) -> IndexDefinition {
    IndexDefinition(
      id: id, name: name, formula: formula, unit: unit, inputs: [], validity: "fasting adults", cutoff: cutoff,
      caveat: caveat, source: source)
  }

  static let syndromes: [SyndromeDefinition] = [
    SyndromeDefinition(
      id: "mets_ncep_2005", name: "NCEP ATP III (AHA/NHLBI 2005)", rule: "At least three of five",
      criteria: criteria(waist: "at least 102 cm in men, 88 cm in women"),
      source: "Grundy 2005, doi 10.1161/CIRCULATIONAHA.105.169404"),
    SyndromeDefinition(
      id: "mets_idf_2005", name: "IDF 2005", rule: "Waist, and at least two of the other four",
      criteria: criteria(waist: "at least 94 cm in men, 80 cm in women (Europid)"),
      source: "Alberti 2005, doi 10.1016/S0140-6736(05)67402-8"),
  ]

  private static func criteria(waist: String) -> [CriterionDefinition] {
    [
      CriterionDefinition(id: "waist", label: "Waist", rule: waist),
      CriterionDefinition(
        id: "triglyceride", label: "Triglycerides", rule: "at least 1.7 mmol/L (150 mg/dL), or treated for it"),
      CriterionDefinition(
        id: "hdl", label: "HDL cholesterol", rule: "below 1.03 mmol/L (40 mg/dL) in men, 1.3 (50) in women, or treated"),
      CriterionDefinition(id: "bp", label: "Blood pressure", rule: "at least 130 or 85 mmHg, or treated"),
      CriterionDefinition(id: "glucose", label: "Glucose", rule: "at least 5.6 mmol/L (100 mg/dL), or treated"),
    ]
  }

  static func catalogue(kept: [String] = ["site", "arm"]) -> Catalogue {
    Catalogue(indices: indices, syndromes: syndromes, kept: kept)
  }
}

import Domain
import Foundation

/// eGFR by CKD-EPI 2021 from creatinine and cystatin C, without race (Inker 2021, doi 10.1056/NEJMoa2102953); preferred by KDIGO 2024
/// where both are known.
public enum CKDEPI2021CreatinineCystatin: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ckdepi_2021_crcys", name: "eGFR, CKD-EPI 2021 (creatinine and cystatin C)",
    formula: "135 x min(Scr/k, 1)^a x max(Scr/k, 1)^-0.544 x min(Cys/0.8, 1)^-0.323 x max(Cys/0.8, 1)^-0.778 x"
      + " 0.9961^age [x 0.963 if female]; Scr in mg/dL, Cys in mg/L; k 0.7 (female), 0.9 (male); a -0.219"
      + " (female), -0.144 (male)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), InputSet(.cystatinC), .age, InputSet(.sex)],
    validity: "Adults from 18 years, both assays traceable, steady state; not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated. Obesity, inflammation,"
      + " steroids and thyroid disease raise cystatin C.",
    source: "Inker LA et al. N Engl J Med 2021;385:1737-1749, doi 10.1056/NEJMoa2102953")

  public static func compute(_ visit: PanelRow) -> IndexValue {
    if (visit.age ?? 18) < 18 { return .none(.notApplicable, .minor) }
    if EstimatedGFR.isOnDialysis(visit) { return .none(.notApplicable, .onDialysis) }
    let inputs: [Analyte] = [.creatinine, .cystatinC]
    var missing = Applicability.missing(inputs, visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let creatinine = PublishedUnit.creatinine.value(visit),
      let cystatin = visit.value(.cystatinC), let age = visit.age
    else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), creatinine > 0, cystatin > 0, age > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let isFemale = visit.sex == .female
    let ratio = creatinine / (isFemale ? 0.7 : 0.9)
    return Applicability.result(
      135 * pow(min(ratio, 1), isFemale ? -0.219 : -0.144) * pow(max(ratio, 1), -0.544)
        * pow(min(cystatin / 0.8, 1), -0.323) * pow(max(cystatin / 0.8, 1), -0.778) * pow(0.9961, age)
        * (isFemale ? 0.963 : 1),
      caveat: Applicability.censoring(inputs, visit))
  }
}

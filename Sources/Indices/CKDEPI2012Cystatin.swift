import Domain
import Foundation

/// eGFR by CKD-EPI 2012 from cystatin C (Inker 2012, doi 10.1056/NEJMoa1114248); there is no equation of 2021 from it alone.
public enum CKDEPI2012Cystatin: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ckdepi_2012_cys", name: "eGFR, CKD-EPI 2012 (cystatin C)",
    formula: "133 x min(Cys/0.8, 1)^-0.499 x max(Cys/0.8, 1)^-1.328 x 0.996^age [x 0.932 if female]; Cys in"
      + " mg/L",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.cystatinC), .age, InputSet(.sex)],
    validity: "Adults from 18 years, cystatin C traceable to IFCC, steady state; not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Obesity, inflammation, steroids and thyroid disease raise cystatin C.",
    source: "Inker LA et al. N Engl J Med 2012;367:20-29, doi 10.1056/NEJMoa1114248")

  public static func compute(_ visit: PanelRow) -> IndexValue {
    if (visit.age ?? 18) < 18 { return .none(.notApplicable, .minor) }
    if EstimatedGFR.isOnDialysis(visit) { return .none(.notApplicable, .onDialysis) }
    let inputs: [Analyte] = [.cystatinC]
    var missing = Applicability.missing(inputs, visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let cystatin = visit.value(.cystatinC), let age = visit.age else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), cystatin > 0, age > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      133 * pow(min(cystatin / 0.8, 1), -0.499) * pow(max(cystatin / 0.8, 1), -1.328) * pow(0.996, age)
        * (visit.sex == .female ? 0.932 : 1),
      caveat: Applicability.censoring(inputs, visit))
  }
}

import Domain
import Foundation

/// eGFR by CKD-EPI 2009 from creatinine, its factor for black people left out (Levey 2009, doi 10.7326/0003-4819-150-9-200905050-00006).
///
/// For women the paper's table prints 144 where the equation gives 141 x 1.018 = 143.5; here the equation is used.
public enum CKDEPI2009: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ckdepi_2009", name: "eGFR, CKD-EPI 2009 (creatinine)",
    formula: "141 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.209 x 0.993^age [x 1.018 if female]; Scr in mg/dL; k"
      + " 0.7 (female), 0.9 (male); a -0.329 (female), -0.411 (male)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "Adults from 18 years, creatinine traceable to IDMS, steady state; not on dialysis. The factor"
      + " for black people is left out.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated.",
    source: "Levey AS et al. Ann Intern Med 2009;150:604-612, doi 10.7326/0003-4819-150-9-200905050-00006")

  public static func compute(_ visit: PanelRow) -> IndexValue {
    if (visit.age ?? 18) < 18 { return .none(.notApplicable, .minor) }
    if EstimatedGFR.isOnDialysis(visit) { return .none(.notApplicable, .onDialysis) }
    let inputs: [Analyte] = [.creatinine]
    var missing = Applicability.missing(inputs, visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let creatinine = PublishedUnit.creatinine.value(visit), let age = visit.age else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), creatinine > 0, age > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let isFemale = visit.sex == .female
    let ratio = creatinine / (isFemale ? 0.7 : 0.9)
    return Applicability.result(
      141 * pow(min(ratio, 1), isFemale ? -0.329 : -0.411) * pow(max(ratio, 1), -1.209) * pow(0.993, age)
        * (isFemale ? 1.018 : 1),
      caveat: Applicability.censoring(inputs, visit))
  }
}

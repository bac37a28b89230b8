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

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.cystatinC]) { inputs in
      let ratio = inputs.ln.cystatin - log(0.8)
      return 133
        * exp(
          FiltrationEquation.lnSpline(ratio, below: -0.499, above: -1.328)
            + FiltrationEquation.lnDecline(0.996, inputs.age)) * (inputs.isFemale ? 0.932 : 1)
    }
  }
}

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

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.creatinine, .cystatinC]) { inputs in
      let creatinine = inputs.ln.creatinine - (inputs.isFemale ? log(0.7) : log(0.9))
      let cystatin = inputs.ln.cystatin - log(0.8)
      return 135
        * exp(
          FiltrationEquation.lnSpline(creatinine, below: inputs.isFemale ? -0.219 : -0.144, above: -0.544)
            + FiltrationEquation.lnSpline(cystatin, below: -0.323, above: -0.778)
            + FiltrationEquation.lnDecline(0.9961, inputs.age)) * (inputs.isFemale ? 0.963 : 1)
    }
  }
}

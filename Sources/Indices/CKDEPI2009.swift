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

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.creatinine]) { inputs in
      let ratio = inputs.ln.creatinine - (inputs.isFemale ? log(0.7) : log(0.9))
      return 141
        * exp(
          FiltrationEquation.lnSpline(ratio, below: inputs.isFemale ? -0.329 : -0.411, above: -1.209)
            + FiltrationEquation.lnDecline(0.993, inputs.age)) * (inputs.isFemale ? 1.018 : 1)
    }
  }
}

import Domain
import Foundation

/// eGFR by the EKFC equation from cystatin C, without sex (Pottel 2023, doi 10.1056/NEJMoa2203769).
public enum EKFCCystatin: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ekfc_cys", name: "eGFR, EKFC (cystatin C)",
    formula: "107.3 x (Cys/Q)^-0.322 if Cys/Q < 1, else 107.3 x (Cys/Q)^-1.132 [x 0.990^(age - 40) above 40"
      + " years]; Q 0.83 mg/L, above 50 years 0.83 + 0.005 x (age - 50)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.cystatinC), .age],
    validity: "Adults from 18 years; not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Obesity, inflammation, steroids and thyroid disease raise cystatin C.",
    source: "Pottel H et al. N Engl J Med 2023;388:333-343, doi 10.1056/NEJMoa2203769")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.cystatinC], needsSex: false) { inputs in
      let healthy = inputs.age > 50 ? 0.83 + 0.005 * (inputs.age - 50) : 0.83
      return EKFCEquation.value(log(inputs.cystatin / healthy), age: inputs.age)
    }
  }
}

import Domain
import Foundation

/// eGFR by the equation of the European Kidney Function Consortium from creatinine (Pottel 2021, doi 10.7326/M20-4366), from 2 years on.
///
/// Q, the median creatinine of healthy people, is a polynomial of age up to 25 years and 62 (women) or 80 umol/L (men) above.
public enum EKFC: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ekfc", name: "eGFR, EKFC (creatinine)",
    formula: "107.3 x (Scr/Q)^-0.322 if Scr/Q < 1, else 107.3 x (Scr/Q)^-1.132 [x 0.990^(age - 40) above 40"
      + " years]; Q umol/L: 62 (women), 80 (men) above 25 years; to 25 years ln Q = 3.080 + 0.177 age -"
      + " 0.223 ln age - 0.00596 age^2 + 0.0000686 age^3 (girls), 3.200 + 0.259 age - 0.543 ln age -"
      + " 0.00763 age^2 + 0.0000790 age^3 (boys)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "From 2 to 100 years (flagged above); Europeans; not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated.",
    source: "Pottel H et al. Ann Intern Med 2021;174:183-191, doi 10.7326/M20-4366 (polynomial of children"
      + " read in the code of several programs)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.creatinine], youngest: 2, oldest: 100) { inputs in
      EKFCEquation.value(inputs.ln.creatinine + log(88.4) - lnHealthy(inputs), age: inputs.age)
    }
  }

  /// ln Q: of the median creatinine of healthy people, umol/L.
  private static func lnHealthy(_ inputs: FiltrationInputs) -> Double {
    let (age, lnAge) = (inputs.age, inputs.ln.age)
    if age > 25 { return inputs.isFemale ? log(62) : log(80) }
    return inputs.isFemale
      ? 3.080 + 0.177 * age - 0.223 * lnAge - 0.00596 * age * age + 0.0000686 * age * age * age
      : 3.200 + 0.259 * age - 0.543 * lnAge - 0.00763 * age * age + 0.0000790 * age * age * age
  }
}

/// What the EKFC equations share.
enum EKFCEquation {
  /// - Parameter lnRatio: ln of the marker over its median in healthy people.
  static func value(_ lnRatio: Double, age: Double) -> Double {
    107.3
      * exp(
        FiltrationEquation.lnSpline(lnRatio, below: -0.322, above: -1.132)
          + FiltrationEquation.lnDecline(0.990, max(age - 40, 0)))
  }
}

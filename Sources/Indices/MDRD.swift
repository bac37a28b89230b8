import Domain
import Foundation

/// eGFR by the four-variable MDRD equation for IDMS creatinine, its factor for black people left out (Levey 2006,
/// doi 10.7326/0003-4819-145-4-200608150-00004). The form with 186 belongs to older creatinine assays.
public enum MDRD: Index {
  public static let definition = IndexDefinition(
    id: "egfr_mdrd", name: "eGFR, MDRD (IDMS, 175)",
    formula: "175 x Scr^-1.154 x age^-0.203 [x 0.742 if female]; Scr in mg/dL",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "Adults from 18 years with CKD; flagged from 60 mL/min/1.73 m2, above which it was not validated."
      + " Not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated. Reads too low at normal"
      + " filtration.",
    source: "Levey AS et al. Ann Intern Med 2006;145:247-254, doi 10.7326/0003-4819-145-4-200608150-00004")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.creatinine], validatedBelow: 60) { inputs in
      175 * exp(-1.154 * inputs.ln.creatinine - 0.203 * inputs.ln.age) * (inputs.isFemale ? 0.742 : 1)
    }
  }
}

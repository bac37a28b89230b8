import Domain
import Foundation

/// eGFR by the MDRD equation refitted in Chinese adults with CKD (Ma 2006, doi 10.1681/ASN.2006040368).
public enum ChineseMDRD: Index {
  public static let definition = IndexDefinition(
    id: "egfr_cmdrd", name: "eGFR, Chinese-modified MDRD",
    formula: "175 x Scr^-1.234 x age^-0.179 [x 0.79 if female]; Scr in mg/dL",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "Chinese adults with CKD; not on dialysis. Another form of the paper multiplies the MDRD equation"
      + " by 1.233.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated. Its creatinine assay was"
      + " not traceable to IDMS.",
    source: "Ma YC et al. J Am Soc Nephrol 2006;17:2937-2944, doi 10.1681/ASN.2006040368 (DOI from memory;"
      + " formula read in two programs)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    FiltrationEquation.compute(visit, markers: [.creatinine]) { inputs in
      175 * exp(-1.234 * inputs.ln.creatinine - 0.179 * inputs.ln.age) * (inputs.isFemale ? 0.79 : 1)
    }
  }
}

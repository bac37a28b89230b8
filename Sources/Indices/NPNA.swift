import Domain

/// The normalised protein nitrogen appearance before dialysis, from urea nitrogen in urine (Maroni 1985).
public enum NPNA: Index {
  public static let definition = IndexDefinition(
    id: "npna", name: "nPNA (CKD, Maroni)",
    formula: "6.25 x (urea nitrogen in urine [g/d] + 0.031 x weight [kg]) / weight [kg]", unit: "g/kg/d",
    inputs: [InputSet(.urineUreaNitrogen), InputSet(.weight)],
    validity: "Adults with CKD who are not on dialysis, in a steady state, from a complete collection over a day.",
    cutoff: "ISRNM: below 0.6 g/kg/d for two months counts for wasting in CKD 2 to 5.",
    caveat: "Protein lost in urine is not in it: above 5 g a day it is to be added (from memory).",
    source:
      "Maroni BJ, Steinman TI, Mitch WE. Kidney Int 1985;27:58-65, doi 10.1038/ki.1985.10 (DOI from memory; formula"
      + " read in later tables)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    let inputs: AnalyteSet = [.urineUreaNitrogen, .weight]
    guard let nitrogen = visit.value(.urineUreaNitrogen), let weight = visit.value(.weight) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), nitrogen >= 0, weight > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      6.25 * (nitrogen + 0.031 * weight) / weight, caveat: Applicability.censoring(inputs, visit))
  }
}

import Domain
import Foundation

/// The fasting insulin resistance index (Duncan 1995): HOMA-IR with 25 in place of 22.5.
public enum FIRI: Index {
  public static let definition = IndexDefinition(
    id: "firi", name: "FIRI", formula: "G0 [mmol/L] x I0 [uU/mL] / 25", unit: "1",
    inputs: [InputSet(.glucose), InputSet(.insulin)],
    validity: "Adults, fasting, own insulin.",
    cutoff: "None agreed.",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin, so the index overstates"
      + " resistance; no fixed cut-off applies.",
    source: "Duncan MH et al. Lancet 1995;346:120-121 (from memory; formula read in later tables)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin]
    guard let glucose = visit.value(.glucose), let insulin = PublishedUnit.insulin.value(visit) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), glucose > 0, insulin > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(glucose * insulin / 25, caveat: Applicability.insulinCaveat(inputs, visit))
  }
}

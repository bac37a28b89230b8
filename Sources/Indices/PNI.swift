import Domain
import Foundation

/// The prognostic nutritional index of Onodera (1984); another index of the same name is Buzby's.
public enum PNI: Index {
  public static let definition = IndexDefinition(
    id: "pni", name: "PNI (Onodera)", formula: "10 x albumin [g/dL] + 0.005 x lymphocytes [/mm3]", unit: "1",
    inputs: [InputSet(.albumin), InputSet(.lymphocytes)],
    validity: "Adults; made in people before gastrointestinal surgery.",
    cutoff: "Below 40 high risk, 40 to 45 borderline (Onodera 1984).",
    caveat: "Inflammation and fluid lower albumin; steroids and uraemia lower lymphocytes.",
    source: "Onodera T et al. Nihon Geka Gakkai Zasshi 1984;85:1001-1005 (no DOI; formula read in doi"
      + " 10.1038/s41430-020-0629-0)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.albumin, .lymphocytes]
    guard let albumin = visit.value(.albumin), let lymphocytes = visit.value(.lymphocytes) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), albumin > 0, lymphocytes >= 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(albumin + 5 * lymphocytes, caveat: Applicability.censoring(inputs, visit))
  }
}

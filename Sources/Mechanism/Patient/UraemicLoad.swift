import Domain
import Engine

/// The load of uraemic toxins, 0 healthy to 1 undialysed end-stage, and the filtration that renal retention feels.
///
/// Without dialysis both follow the GFR; on dialysis creatinine means nothing, and the load comes from the modality.
/// The residual clearance and Kt/V are not yet read (provisional).
public enum UraemicLoad {
  /// The load of a person.
  public static func load(_ person: Person, _ constants: MappingConstants = .shipped) -> Double {
    switch person.dialysis {
    case .haemodialysis: return constants[.loadHaemodialysis]
    case .peritoneal: return constants[.loadPeritoneal]
    case .none, .unknown:
      let from = constants[.loadGFRFrom]
      let lost = min(max((from - person.gfr) / from, 0), 1)
      return Elementary.power(lost, constants[.loadExponent])
    }
  }

  /// The filtration rate, mL/min/1.73 m2, that the retention of hormones and cytokines follows.
  public static func filtration(_ person: Person, _ constants: MappingConstants = .shipped) -> Double {
    person.dialysis.isTreated ? constants[.dialysisGFR] : person.gfr
  }
}

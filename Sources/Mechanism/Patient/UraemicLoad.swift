import Domain

/// The load of uraemic toxins, 0 healthy to 1 undialysed end-stage, and the filtration that renal retention feels.
///
/// A solute that is cleared at a rate K and made at a constant rate comes to rest at a concentration in proportion to
/// 1/K; the load is what that adds to the concentration of a healthy kidney. K is the GFR, or on dialysis, where
/// creatinine means nothing, what the dialysis clears in the mean over the week and what the kidneys still do.
public enum UraemicLoad {
  /// The load of a person.
  public static func load(_ person: Person, _ constants: MappingConstants = .shipped) -> Double {
    let (healthy, full) = (constants[.loadGFRFrom], constants[.loadClearanceFull])
    let clearance = min(max(clearance(person, constants), full), healthy)
    return (1 / clearance - 1 / healthy) / (1 / full - 1 / healthy)
  }

  /// The clearance of small solutes, mL/min, averaged over the week.
  ///
  /// Haemodialysis thrice weekly has an equivalent renal clearance of 1 + 10 Kt/V of a session (Casino and Lopez 1996);
  /// peritoneal dialysis clears its weekly Kt/V of the urea volume. Where dose or residual clearance is not known, that of
  /// an ordinary patient stands in its place (`Model/mapping.csv`).
  public static func clearance(_ person: Person, _ constants: MappingConstants = .shipped) -> Double {
    switch person.dialysis {
    case .haemodialysis:
      constants[.haemodialysisClearanceBase]
        + constants[.haemodialysisClearanceKtV] * (person.ktV ?? constants[.haemodialysisKtV])
        + (person.residualClearance ?? constants[.haemodialysisResidual])
    case .peritoneal:
      constants[.peritonealClearanceKtV] * (person.ktV ?? constants[.peritonealKtV])
        + (person.residualClearance ?? constants[.peritonealResidual])
    case .none, .unknown: person.gfr
    }
  }

  /// The filtration rate, mL/min/1.73 m2, by which hormones and cytokines were retained when they were measured.
  public static func filtration(_ person: Person, _ constants: MappingConstants = .shipped) -> Double {
    person.filtrationOfLabs ?? (person.dialysis.isTreated ? constants[.dialysisGFR] : person.gfr)
  }
}

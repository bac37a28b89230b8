import Domain

// The PREVENT equations: one index an outcome and model; the equation is in Support/PREVENTEquation.swift.

/// prevent_cvd_10y.
public enum PREVENTCVD10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base10, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_10y", .base10, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_30y.
public enum PREVENTCVD30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base30, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_30y", .base30, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_10y_acr.
public enum PREVENTCVDAlbuminuria10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria10, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_10y_acr", .albuminuria10, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_10y_hba1c.
public enum PREVENTCVDHaemoglobin10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin10, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_10y_hba1c", .haemoglobin10, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_10y_full.
public enum PREVENTCVDFull10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full10, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_10y_full", .full10, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_10y.
public enum PREVENTASCVD10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base10, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_10y", .base10, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_30y.
public enum PREVENTASCVD30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base30, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_30y", .base30, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_10y_acr.
public enum PREVENTASCVDAlbuminuria10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria10, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_10y_acr", .albuminuria10, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_10y_hba1c.
public enum PREVENTASCVDHaemoglobin10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin10, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_10y_hba1c", .haemoglobin10, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_10y_full.
public enum PREVENTASCVDFull10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full10, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_10y_full", .full10, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_10y.
public enum PREVENTHeartFailure10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base10, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_10y", .base10, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_30y.
public enum PREVENTHeartFailure30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.base30, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_30y", .base30, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_10y_acr.
public enum PREVENTHeartFailureAlbuminuria10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria10, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_10y_acr", .albuminuria10, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_10y_hba1c.
public enum PREVENTHeartFailureHaemoglobin10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin10, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_10y_hba1c", .haemoglobin10, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_10y_full.
public enum PREVENTHeartFailureFull10: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full10, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_10y_full", .full10, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_30y_acr.
public enum PREVENTCVDAlbuminuria30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria30, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_30y_acr", .albuminuria30, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_30y_hba1c.
public enum PREVENTCVDHaemoglobin30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin30, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_30y_hba1c", .haemoglobin30, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_cvd_30y_full.
public enum PREVENTCVDFull30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full30, .cvd) }
  public static let definition = PREVENTEquation.definition("prevent_cvd_30y_full", .full30, .cvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_30y_acr.
public enum PREVENTASCVDAlbuminuria30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria30, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_30y_acr", .albuminuria30, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_30y_hba1c.
public enum PREVENTASCVDHaemoglobin30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin30, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_30y_hba1c", .haemoglobin30, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_ascvd_30y_full.
public enum PREVENTASCVDFull30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full30, .ascvd) }
  public static let definition = PREVENTEquation.definition("prevent_ascvd_30y_full", .full30, .ascvd)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_30y_acr.
public enum PREVENTHeartFailureAlbuminuria30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.albuminuria30, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_30y_acr", .albuminuria30, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_30y_hba1c.
public enum PREVENTHeartFailureHaemoglobin30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.haemoglobin30, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_30y_hba1c", .haemoglobin30, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// prevent_hf_30y_full.
public enum PREVENTHeartFailureFull30: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.prevent(.full30, .hf) }
  public static let definition = PREVENTEquation.definition("prevent_hf_30y_full", .full30, .hf)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

import Domain

// The PREVENT equations: one index an outcome and model; the equation is in Support/PREVENTEquation.swift.

/// prevent_cvd_10y.
public enum PREVENTCVD10: Index {
  private static let equation = PREVENTEquation(.base10, .cvd)
  public static let definition = equation.definition("prevent_cvd_10y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_30y.
public enum PREVENTCVD30: Index {
  private static let equation = PREVENTEquation(.base30, .cvd)
  public static let definition = equation.definition("prevent_cvd_30y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_10y_acr.
public enum PREVENTCVDAlbuminuria10: Index {
  private static let equation = PREVENTEquation(.albuminuria10, .cvd)
  public static let definition = equation.definition("prevent_cvd_10y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_10y_hba1c.
public enum PREVENTCVDHaemoglobin10: Index {
  private static let equation = PREVENTEquation(.haemoglobin10, .cvd)
  public static let definition = equation.definition("prevent_cvd_10y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_10y_full.
public enum PREVENTCVDFull10: Index {
  private static let equation = PREVENTEquation(.full10, .cvd)
  public static let definition = equation.definition("prevent_cvd_10y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_10y.
public enum PREVENTASCVD10: Index {
  private static let equation = PREVENTEquation(.base10, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_10y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_30y.
public enum PREVENTASCVD30: Index {
  private static let equation = PREVENTEquation(.base30, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_30y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_10y_acr.
public enum PREVENTASCVDAlbuminuria10: Index {
  private static let equation = PREVENTEquation(.albuminuria10, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_10y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_10y_hba1c.
public enum PREVENTASCVDHaemoglobin10: Index {
  private static let equation = PREVENTEquation(.haemoglobin10, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_10y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_10y_full.
public enum PREVENTASCVDFull10: Index {
  private static let equation = PREVENTEquation(.full10, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_10y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_10y.
public enum PREVENTHeartFailure10: Index {
  private static let equation = PREVENTEquation(.base10, .hf)
  public static let definition = equation.definition("prevent_hf_10y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_30y.
public enum PREVENTHeartFailure30: Index {
  private static let equation = PREVENTEquation(.base30, .hf)
  public static let definition = equation.definition("prevent_hf_30y")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_10y_acr.
public enum PREVENTHeartFailureAlbuminuria10: Index {
  private static let equation = PREVENTEquation(.albuminuria10, .hf)
  public static let definition = equation.definition("prevent_hf_10y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_10y_hba1c.
public enum PREVENTHeartFailureHaemoglobin10: Index {
  private static let equation = PREVENTEquation(.haemoglobin10, .hf)
  public static let definition = equation.definition("prevent_hf_10y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_10y_full.
public enum PREVENTHeartFailureFull10: Index {
  private static let equation = PREVENTEquation(.full10, .hf)
  public static let definition = equation.definition("prevent_hf_10y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_30y_acr.
public enum PREVENTCVDAlbuminuria30: Index {
  private static let equation = PREVENTEquation(.albuminuria30, .cvd)
  public static let definition = equation.definition("prevent_cvd_30y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_30y_hba1c.
public enum PREVENTCVDHaemoglobin30: Index {
  private static let equation = PREVENTEquation(.haemoglobin30, .cvd)
  public static let definition = equation.definition("prevent_cvd_30y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_cvd_30y_full.
public enum PREVENTCVDFull30: Index {
  private static let equation = PREVENTEquation(.full30, .cvd)
  public static let definition = equation.definition("prevent_cvd_30y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_30y_acr.
public enum PREVENTASCVDAlbuminuria30: Index {
  private static let equation = PREVENTEquation(.albuminuria30, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_30y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_30y_hba1c.
public enum PREVENTASCVDHaemoglobin30: Index {
  private static let equation = PREVENTEquation(.haemoglobin30, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_30y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_ascvd_30y_full.
public enum PREVENTASCVDFull30: Index {
  private static let equation = PREVENTEquation(.full30, .ascvd)
  public static let definition = equation.definition("prevent_ascvd_30y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_30y_acr.
public enum PREVENTHeartFailureAlbuminuria30: Index {
  private static let equation = PREVENTEquation(.albuminuria30, .hf)
  public static let definition = equation.definition("prevent_hf_30y_acr")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_30y_hba1c.
public enum PREVENTHeartFailureHaemoglobin30: Index {
  private static let equation = PREVENTEquation(.haemoglobin30, .hf)
  public static let definition = equation.definition("prevent_hf_30y_hba1c")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

/// prevent_hf_30y_full.
public enum PREVENTHeartFailureFull30: Index {
  private static let equation = PREVENTEquation(.full30, .hf)
  public static let definition = equation.definition("prevent_hf_30y_full")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.risk(visit) }
}

import Domain

/// An analyte in the unit in which a formula was published, where that is not Rheostat's canonical unit.
///
/// A value that was reported in this unit is used as reported: going to SI and back would cost a last digit, and the
/// published formulas are stated for the reported number. Any other value is converted from the canonical unit.
enum PublishedUnit: Int, CaseIterable, Sendable {
  /// Glucose for QUICKI and TyG; 18.0156 mg/dL per mmol/L.
  case glucose
  /// Insulin for HOMA, QUICKI and Adipo-IR; 6.00 pmol/L per uU/mL (Knopp 2019, PMID 30318910), never 6.945.
  case insulin
  /// Triglycerides for TyG; 88.57 mg/dL per mmol/L.
  case triglyceride
  /// Lipids in mg/dL; 38.67 mg/dL of cholesterol per mmol/L.
  case hdl
  /// See `hdl`.
  case cholesterol
  /// Creatinine for CKD-EPI; 88.4 umol/L per mg/dL.
  case creatinine
  /// Albumin/creatinine ratio; 8.8402 mg/g per mg/mmol.
  case albuminCreatinineRatio
  /// Haemoglobin A1c in per cent (NGSP).
  case hba1c
  /// Albumin for KFRE.
  case albumin
  /// Phosphate for KFRE; 3.0974 mg/dL per mmol/L.
  case phosphate
  /// Calcium for KFRE; 4.008 mg/dL per mmol/L.
  case calcium
  /// Urea as urea nitrogen for nPCR; 2.801 mg/dL of nitrogen per mmol/L.
  case ureaNitrogen
  /// See `ureaNitrogen`.
  case ureaNitrogenPost
  /// Iron binding capacity for MIS; 5.5845 ug/dL per umol/L.
  case ironBindingCapacity

  /// How many there are; a constant, since everything that is read goes by it.
  static var count: Int { 14 }

  var analyte: Analyte {
    switch self {
    case .glucose: .glucose
    case .insulin: .insulin
    case .triglyceride: .triglyceride
    case .hdl: .hdl
    case .cholesterol: .cholesterol
    case .creatinine: .creatinine
    case .albuminCreatinineRatio: .uacr
    case .hba1c: .hba1c
    case .albumin: .albumin
    case .phosphate: .phosphate
    case .calcium: .calcium
    case .ureaNitrogen: .ureaNitrogen
    case .ureaNitrogenPost: .ureaNitrogenPost
    case .ironBindingCapacity: .ironBindingCapacity
    }
  }

  /// As the dictionary spells it.
  var spelling: String {
    switch self {
    case .insulin: "uU/mL"
    case .albuminCreatinineRatio: "mg/g"
    case .hba1c: "%"
    case .albumin: "g/dL"
    case .ironBindingCapacity: "ug/dL"
    default: "mg/dL"
    }
  }

  /// The value in this unit, or nil where it is missing.
  @inline(__always) func value(_ visit: IndexVisit) -> Double? { visit.value(in: self) }
}

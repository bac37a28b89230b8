import Domain

/// An analyte in the unit in which a formula was published, where that is not Rheostat's canonical unit.
///
/// A value that was reported in this unit is used as reported: going to SI and back would cost a last digit, and the
/// published formulas are stated for the reported number. Any other value is converted from the canonical unit.
struct PublishedUnit: Sendable {
  let analyte: Analyte
  private let place: UInt8
  private let numerator, denominator, offset: Double

  /// The unit of `analyte` with this spelling.
  ///
  /// A spelling that the dictionary lacks gives NaN for every value, which no index lets out;
  /// the tests check each constant below against its factor.
  init(_ analyte: Analyte, _ spelling: String) {
    self.analyte = analyte
    let index = analyte.unitIndex(spelled: spelling)
    place = UInt8(index ?? Int(UInt8.max))
    let unit = index.map { analyte.info.units[$0] }
    numerator = unit?.numerator ?? .nan
    denominator = unit?.denominator ?? .nan
    offset = unit?.offset ?? .nan
  }

  /// The value in this unit, or nil where it is missing.
  func value(_ visit: IndexVisit) -> Double? { value(visit.panel) }

  /// The value in this unit, or nil where it is missing.
  func value(_ panel: PanelRow) -> Double? {
    let lab = panel.block[analyte, panel.row]
    if lab.status == .missing { return nil }
    // As `UnitConversion.reported(fromCanonical:)`, without its texts.
    return lab.unit == place ? lab.reported : lab.value * denominator / numerator - offset
  }

  /// Canonical units per one of this unit.
  var factor: Double { numerator / denominator }

  /// Glucose for QUICKI and TyG; 18.0156 mg/dL per mmol/L.
  static let glucose = PublishedUnit(.glucose, "mg/dL")
  /// Triglycerides for TyG; 88.57 mg/dL per mmol/L.
  static let triglyceride = PublishedUnit(.triglyceride, "mg/dL")
  /// Creatinine for CKD-EPI; 88.4 umol/L per mg/dL.
  static let creatinine = PublishedUnit(.creatinine, "mg/dL")
  /// Albumin/creatinine ratio; 8.8402 mg/g per mg/mmol.
  static let albuminCreatinineRatio = PublishedUnit(.uacr, "mg/g")
  /// Lipids in mg/dL; 38.67 mg/dL of cholesterol per mmol/L.
  static let hdl = PublishedUnit(.hdl, "mg/dL")
  /// See `hdl`.
  static let cholesterol = PublishedUnit(.cholesterol, "mg/dL")
  /// Haemoglobin A1c in per cent (NGSP).
  static let hba1c = PublishedUnit(.hba1c, "%")
  /// Albumin for KFRE.
  static let albumin = PublishedUnit(.albumin, "g/dL")
  /// Phosphate for KFRE; 3.0974 mg/dL per mmol/L.
  static let phosphate = PublishedUnit(.phosphate, "mg/dL")
  /// Calcium for KFRE; 4.008 mg/dL per mmol/L.
  static let calcium = PublishedUnit(.calcium, "mg/dL")
  /// Urea as urea nitrogen for nPCR; 2.801 mg/dL of nitrogen per mmol/L.
  static let ureaNitrogen = PublishedUnit(.ureaNitrogen, "mg/dL")
  /// See `ureaNitrogen`.
  static let ureaNitrogenPost = PublishedUnit(.ureaNitrogenPost, "mg/dL")
  /// Iron binding capacity for MIS; 5.5845 ug/dL per umol/L.
  static let ironBindingCapacity = PublishedUnit(.ironBindingCapacity, "ug/dL")
  /// Insulin for HOMA, QUICKI and Adipo-IR; 6.00 pmol/L per uU/mL (Knopp 2019, PMID 30318910), never 6.945.
  static let insulin = PublishedUnit(.insulin, "uU/mL")
}

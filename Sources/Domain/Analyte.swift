import CResources

/// A laboratory or vital quantity that Rheostat knows.
///
/// The name of a case is its column in `patients.csv`; everything else about it (label, canonical unit, limits, codes)
/// stands in `Data/analytes.csv`, one row a case in the same order, which a test checks.
public enum Analyte: UInt8, CaseIterable, Sendable, Hashable {
  case glucose, insulin, creatinine, egfr, leptin, adiponectin, tnfAlpha, il6, ffa, triglyceride, hdl, ldl,
    cholesterol, albumin, prealbumin, crp, bicarbonate, phosphate, calcium, uricAcid, uacr, vitaminD, pth, cPeptide,
    cystatinC, ureaNitrogen, haemoglobin, hba1c, urineCreatinine, sbp, dbp, height, weight, bmi, waist, ast,
    alt, ggt, platelets, lymphocytes, hip, glucose2h, bmiZ, ktV, residualClearance, steroidDose, tacrolimus,
    ureaNitrogenPost, interdialyticHours, urineUreaNitrogen, ironBindingCapacity, misWeight, misIntake, misSymptoms,
    misFunction, misComorbidity, misFat, misMuscle, proteinIntake, energyIntake, bodyFat, armMuscleArea

  /// The number of analytes; a constant, since everything that is read goes by it.
  @inlinable public static var count: Int { 62 }

  /// The eight laboratory results that the mechanism reads, in the order of the mission.
  public static let mechanismLabs: [Analyte] = [
    .glucose, .insulin, .egfr, .leptin, .adiponectin, .tnfAlpha, .il6, .ffa,
  ]

  /// Everything measured that the mechanism draws from the population where it is missing: its eight labs, then what tells
  /// of nutrition, acidosis and vitamin D.
  public static let mechanismInputs = mechanismLabs + [.bmi, .crp, .albumin, .bicarbonate, .vitaminD]

  /// What the mechanism reads where it was measured and does without where it was not.
  public static let mechanismExtras: [Analyte] = [.prealbumin, .ktV, .residualClearance, .hba1c]

  /// The seven items of the malnutrition-inflammation score that a clinician gives, in the order of its form.
  public static let malnutritionItems: [Analyte] = [
    .misWeight, .misIntake, .misSymptoms, .misFunction, .misComorbidity, .misFat, .misMuscle,
  ]
  /// What is asked of people on dialysis alone.
  public static let dialysisItems: [Analyte] =
    [.ktV, .residualClearance, .ureaNitrogenPost, .interdialyticHours] + malnutritionItems

  /// The place of the analyte in every array that has one entry an analyte.
  @inlinable public var ordinal: Int { Int(rawValue) }

  /// The description from the dictionary.
  public var info: AnalyteInfo { AnalyteInfo.all[ordinal] }

  /// The name of its column in `patients.csv`, as `tnf_alpha`.
  public var name: String { info.name }

  /// The analyte whose column has this name.
  public init?(name: String) {
    guard let ordinal = AnalyteInfo.ordinalByName[name] else { return nil }
    self.init(rawValue: ordinal)
  }
}

/// What the dictionary says of an analyte.
public struct AnalyteInfo: Sendable {
  /// Column name, as `tnf_alpha`.
  public let name: String
  /// `lab` or `vital`.
  public let kind: String
  /// Name for people, as `TNF-alpha`.
  public let label: String
  /// Canonical (SI) unit, as `pmol/L`.
  public let unit: String
  /// An editorial gate in canonical units: a value outside is a mistake of unit or typing, not a sick person.
  public let plausible: ClosedRange<Double>
  /// Reference limits for a healthy adult in canonical units, where the dictionary has them.
  public let referenceLow: Double?
  /// See `referenceLow`.
  public let referenceHigh: Double?
  /// Where the reference limits come from.
  public let referenceSource: String
  /// LOINC codes of the same quantity.
  public let loinc: [String]
  /// Code in CDISC LBTESTCD or VSTESTCD.
  public let cdisc: String
  /// Words by which headers call it, in lower case.
  public let synonyms: [String]
  /// The units accepted, the canonical one first.
  public let units: [UnitConversion]

  /// One entry an analyte, by ordinal.
  public static let all: [AnalyteInfo] = load()

  static let ordinalByName: [String: UInt8] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element.name, UInt8($0.offset)) })

  private static func load() -> [AnalyteInfo] {
    let analytes = DataFile(rheostat_analytes_csv())
    let conversions = UnitConversion.load()
    return analytes.rows.indices.map { row in
      func text(_ column: String) -> String { analytes.value(row, column) }
      func list(_ column: String) -> [String] { text(column).split(separator: ";").map(String.init) }
      let name = text("analyte")
      return AnalyteInfo(
        name: name, kind: text("kind"), label: text("label"), unit: text("unit"),
        plausible: (Double(text("plausible_min")) ?? 0)...(Double(text("plausible_max")) ?? 0),
        referenceLow: Double(text("reference_low")), referenceHigh: Double(text("reference_high")),
        referenceSource: text("reference_source"), loinc: list("loinc"), cdisc: text("cdisc"),
        synonyms: list("synonyms"), units: conversions[name] ?? [])
    }
  }
}

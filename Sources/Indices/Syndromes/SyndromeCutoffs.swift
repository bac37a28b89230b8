import Domain

/// A limit as a statement prints it, once for each unit in which laboratories report.
///
/// The numbers of one limit are not conversions of one another (100 mg/dL of glucose is 5.55 mmol/L, not 5.6), so a
/// value is compared in the unit in which it was reported.
struct UnitLimits: Sendable {
  /// Per mmol/L, or in the canonical unit of the analyte.
  let canonical: Double
  /// Per mg/dL; nil where the statement has one unit only.
  let perDecilitre: Double?

  /// The limit in a reported unit, or nil where that unit has no printed limit and the canonical value is to be used.
  func limit(_ unit: ReportedUnit) -> Double? {
    guard let perDecilitre, !unit.isCanonical, let milligrams = unit.milligramsPerDecilitre else { return nil }
    return perDecilitre / milligrams
  }
}

extension IndexVisit {
  /// Compares a laboratory value with its limit in the unit in which it was reported; unknown where it is missing.
  func compare(
    _ analyte: Analyte, _ limits: UnitLimits, _ test: (CensoredBounds, Double) -> CriterionState
  ) -> CriterionState {
    guard let reported = reported(analyte), let canonical = value(analyte) else { return .unknown }
    if let limit = limits.limit(reported.unit) {
      return test(CensoredBounds(reported: reported.value, status: status(analyte)), limit)
    }
    return test(CensoredBounds(reported: canonical, status: status(analyte)), limits.canonical)
  }

  /// Limits for fasting samples say nothing of one that is known not to be fasting.
  func fasting(_ state: CriterionState) -> CriterionState { answer(.fasting) == .no ? .unknown : state }
}

/// A limit for women and one for men.
struct BySex<Value: Sendable>: Sendable {
  let women: Value
  let men: Value

  /// The answer for a sex; where it is unknown, the one on which both agree.
  func unanimous(_ sex: Sex, _ test: (Value) -> CriterionState) -> CriterionState {
    switch sex {
    case .female: return test(women)
    case .male: return test(men)
    case .unknown:
      let answer = test(women)
      return answer == test(men) ? answer : .unknown
    }
  }
}

/// Waist limits of one population, cm, by the codes of `Covariate.ethnicity`.
struct WaistLimits: Sendable {
  let populations: [String]
  let limits: BySex<Double>

  init(_ populations: [String], women: Double, men: Double) {
    self.populations = populations
    limits = BySex(women: women, men: men)
  }
}

/// The cut-offs of a definition, as data.
final class SyndromeCutoffs: Sendable {
  /// Waist at or above, by population, as the statement lists them.
  let waist: [WaistLimits]
  /// HDL cholesterol below.
  let hdl: BySex<UnitLimits>
  /// Triglycerides at or above.
  static let triglyceride = UnitLimits(canonical: 1.7, perDecilitre: 150)
  /// Fasting glucose at or above.
  static let glucose = UnitLimits(canonical: 5.6, perDecilitre: 100)
  /// Systolic pressure at or above, mmHg.
  static let systolic = 130.0
  /// Diastolic pressure at or above, mmHg.
  static let diastolic = 85.0

  /// By code of `Covariate.ethnicity`: the limits of that population, or every limit of the statement where the
  /// population is unknown or not listed.
  private let waistByCode: [[BySex<Double>]]
  private let isListed: [Bool]

  private init(waist: [WaistLimits], hdl: BySex<UnitLimits>) {
    self.waist = waist
    self.hdl = hdl
    let listed = Covariate.ethnicity.codes.map { code in waist.filter { $0.populations.contains(code) } }
    isListed = listed.map { !$0.isEmpty }
    waistByCode = listed.map { ($0.isEmpty ? waist : $0).map(\.limits) }
  }

  /// The waist limits that can apply to a population, by its code, and whether the statement lists it.
  func waistLimits(ethnicity code: UInt8) -> (limits: [BySex<Double>], isListed: Bool) {
    let code = Int(code)
    guard waistByCode.indices.contains(code) else { return (waist.map(\.limits), false) }
    return (waistByCode[code], isListed[code])
  }

  private static let asian = ["south_asian", "chinese", "japanese", "other_asian"]

  /// AHA/NHLBI 2005 (Grundy, doi 10.1161/CIRCULATIONAHA.105.169404). The lower waist limits for Asian people are from
  /// memory, unverified; every other population, `other` included, has the general ones.
  static let ncep2005 = SyndromeCutoffs(
    waist: [
      WaistLimits(asian, women: 80, men: 90),
      WaistLimits(
        [
          "europid", "sub_saharan_african", "middle_eastern", "central_south_american", "us_white", "us_black",
          "us_hispanic", "other",
        ], women: 88, men: 102),
    ],
    hdl: BySex(
      women: UnitLimits(canonical: 1.3, perDecilitre: 50), men: UnitLimits(canonical: 1.03, perDecilitre: 40)))

  /// IDF 2005 (Alberti, doi 10.1016/S0140-6736(05)67402-8; DOI from memory, unverified; limits read in reprinted
  /// tables). Japanese limits as of 2005 (men 85, women 90; later IDF texts use 90 and 80). The IDF goes by ethnic
  /// group wherever a person lives: Africans and Arabs as Europids, Central and South Americans as South Asians.
  static let idf2005 = SyndromeCutoffs(
    waist: [
      WaistLimits(
        ["europid", "sub_saharan_african", "middle_eastern", "us_white", "us_black"], women: 80, men: 94),
      WaistLimits(
        ["south_asian", "chinese", "other_asian", "central_south_american", "us_hispanic"], women: 80, men: 90),
      WaistLimits(["japanese"], women: 90, men: 85),
    ],
    hdl: BySex(
      women: UnitLimits(canonical: 1.29, perDecilitre: 50), men: UnitLimits(canonical: 1.03, perDecilitre: 40)))

  /// Joint statement 2009 (Alberti, doi 10.1161/CIRCULATIONAHA.109.192644). The list of populations is from memory,
  /// unverified; where it offers several limits the national one is taken.
  static let harmonized2009 = SyndromeCutoffs(
    waist: [
      WaistLimits(["europid", "middle_eastern", "sub_saharan_african"], women: 80, men: 94),
      WaistLimits(["south_asian", "other_asian", "central_south_american"], women: 80, men: 90),
      WaistLimits(["us_white", "us_black", "us_hispanic"], women: 88, men: 102),
      WaistLimits(["chinese"], women: 80, men: 85),
      WaistLimits(["japanese"], women: 90, men: 85),
    ],
    hdl: BySex(
      women: UnitLimits(canonical: 1.3, perDecilitre: 50), men: UnitLimits(canonical: 1.0, perDecilitre: 40)))
}

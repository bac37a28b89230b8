import Domain

extension IndexVisit {
  /// Limits for fasting samples say nothing of one that is known not to be fasting.
  func fasting(_ state: CriterionState) -> CriterionState { answer(.fasting) == .no ? .unknown : state }
}

/// A limit for women and one for men.
struct BySex<Value: Sendable>: Sendable {
  let women: Value
  let men: Value

  /// The answer for a sex; where it is unknown, the one on which both agree.
  func unanimous(_ sex: Sex, _ test: (Value) -> CriterionState) -> CriterionState {
    // Both are asked, since sex is as good as random from one visit to the next: see `either`.
    let (woman, man) = (test(women), test(men))
    return sex == .unknown && woman != man ? .unknown : sex == .female ? woman : man
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

/// The waist limits of a statement that can apply to a person: from the lowest to the highest, as cm.
struct WaistRange: Sendable, Equatable {
  let lowest, highest: Double
  /// Whether the statement lists the population.
  let isListed: Bool
}

/// The cut-offs of a definition, as data.
struct SyndromeCutoffs: Sendable {
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

  /// By code of `Covariate.ethnicity`, then sex: see `waistRange`.
  private let ranges: LastingTable<WaistRange>

  private init(waist: [WaistLimits], hdl: BySex<UnitLimits>) {
    self.hdl = hdl
    ranges = LastingTable(
      Covariate.ethnicity.codes.flatMap { code in
        let listed = waist.filter { $0.populations.contains(code) }
        // Every limit of the statement where the population is unknown or not listed.
        let limits = (listed.isEmpty ? waist : listed).map(\.limits)
        return [limits.flatMap { [$0.women, $0.men] }, limits.map(\.women), limits.map(\.men)].map {
          WaistRange(lowest: $0.min() ?? .nan, highest: $0.max() ?? .nan, isListed: !listed.isEmpty)
        }
      })
  }

  /// The waist limits that can apply to a person, by the code of the population.
  func waistRange(ethnicity code: UInt8, _ sex: Sex) -> WaistRange {
    let place = 3 * Int(code) + Int(sex.rawValue)
    return ranges[place < ranges.count ? place : Int(sex.rawValue)]
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

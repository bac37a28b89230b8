import Domain

/// What indices look up of units, coefficients and limits, found once and asked by number.
struct IndexTables: Sendable {
  /// The one that there is, in its first place.
  static let shared = LastingTable([IndexTables()])

  /// By `PREVENTEquation.Model.rawValue`; coefficients for women, then men.
  let prevent = LastingTable(PREVENTEquation.Model.allCases.map { PREVENTEquation($0) })
  let preventCoefficients = LastingTable(
    PREVENTEquation.Model.allCases.flatMap { model in ["female", "male"].map { PREVENTCoefficients(model.name, $0) } })
  /// By `KFREquation.Size.rawValue`.
  let kidneyFailure = LastingTable(KFREquation.Size.allCases.map { KFREquation($0) })
  /// By measure, sex and group, and by code of `Covariate.ethnicity`.
  let metSZ = LastingTable(MetSZEquation.coefficients)
  let metSZGroups = LastingTable(MetSZEquation.groups)
  /// By `PublishedUnit.rawValue`.
  let published = LastingTable(PublishedUnit.allCases.map { Conversion($0.analyte, $0.spelling) })
  /// By analyte, then place in `AnalyteInfo.units`.
  private let reported: LastingTable<ReportedUnit>
  /// As many units as any analyte has.
  private let most: Int
  /// The limits of definitions of the metabolic syndrome.
  let ncep2005 = SyndromeCutoffs.ncep2005, idf2005 = SyndromeCutoffs.idf2005
  let harmonized2009 = SyndromeCutoffs.harmonized2009

  private init() {
    let most = AnalyteInfo.all.map(\.units.count).max() ?? 0
    self.most = most
    reported = LastingTable(
      AnalyteInfo.all.flatMap { info in
        let units = info.units.map { ReportedUnit($0) }
        return units + Array(repeating: .unknown, count: most - units.count)
      })
  }

  /// How a value in canonical units becomes one in a published unit.
  struct Conversion: Sendable {
    let ordinal: Int
    let place: UInt8
    let numerator, denominator, offset: Double

    /// The unit of an analyte with this spelling.
    ///
    /// A spelling that the dictionary lacks gives NaN for every value, which no index lets out;
    /// the tests check each of `PublishedUnit` against its factor.
    init(_ analyte: Analyte, _ spelling: String) {
      let index = analyte.unitIndex(spelled: spelling)
      let unit = index.map { analyte.info.units[$0] }
      ordinal = analyte.ordinal
      place = UInt8(index ?? Int(UInt8.max))
      numerator = unit?.numerator ?? .nan
      denominator = unit?.denominator ?? .nan
      offset = unit?.offset ?? .nan
    }

    var factor: Double { numerator / denominator }

    /// As `UnitConversion.reported(fromCanonical:)`, without its texts; a value reported in this unit stays as it is.
    @inline(__always) func value(_ lab: LabValue) -> Double {
      lab.unit == place ? lab.reported : lab.value * denominator / numerator - offset
    }

    /// The same for the labs of a visit, by `Analyte.ordinal`.
    @inline(__always) func value(_ labs: UnsafeMutablePointer<LabValue>) -> Double { value(labs[ordinal]) }
  }

  /// The unit in which a value was reported.
  @inline(__always) func unit(_ lab: LabValue, _ analyte: Analyte) -> ReportedUnit {
    let place = Int(lab.unit)
    return place < most ? reported[analyte.ordinal * most + place] : .unknown
  }
}

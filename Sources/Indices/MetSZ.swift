import Domain
import Foundation

/// The severity of the metabolic syndrome as a Z score of US adults (Gurka 2014, doi 10.1016/j.metabol.2013.10.006) and
/// adolescents (Gurka 2012), by sex and group. Lipids and glucose in mg/dL, the natural logarithm of triglycerides.
struct MetSZEquation: Sendable {
  /// What measures fat: waist in cm, BMI in kg/m2, or for adolescents the Z score of BMI of the CDC.
  enum Measure: Int, CaseIterable, Sendable { case waist, bmi, bmiZ }
  private enum Group: Int, CaseIterable { case white, black, hispanic }
  /// Intercept, fat, HDL, systolic pressure, ln triglycerides, glucose.
  typealias Coefficients = (Double, Double, Double, Double, Double, Double)
  let measure: Measure

  /// All coefficients, by measure, women before men, and group.
  static let coefficients = Measure.allCases.flatMap { measure in
    [true, false].flatMap { isFemale in Group.allCases.map { coefficients(measure, isFemale, $0) } }
  }

  private static func coefficients(_ measure: Measure, _ isFemale: Bool, _ group: Group) -> Coefficients {
    switch (measure, isFemale, group) {
    case (.waist, true, .white): (-7.2591, 0.0254, -0.0120, 0.0075, 0.5800, 0.0203)
    case (.waist, true, .black): (-7.1913, 0.0304, -0.0095, 0.0054, 0.4455, 0.0225)
    case (.waist, true, .hispanic): (-7.7641, 0.0162, -0.0157, 0.0084, 0.8872, 0.0206)
    case (.waist, false, .white): (-5.4559, 0.0125, -0.0251, 0.0047, 0.8244, 0.0106)
    case (.waist, false, .black): (-6.3767, 0.0232, -0.0175, 0.0040, 0.5400, 0.0203)
    case (.waist, false, .hispanic): (-5.5541, 0.0135, -0.0278, 0.0054, 0.8340, 0.0105)
    case (.bmi, true, .white): (-6.5231, 0.0523, -0.0138, 0.0081, 0.6125, 0.0208)
    case (.bmi, true, .black): (-6.7982, 0.0484, -0.0108, 0.0073, 0.5278, 0.0281)
    case (.bmi, true, .hispanic): (-7.1844, 0.0333, -0.0166, 0.0085, 0.8625, 0.0221)
    case (.bmi, false, .white): (-4.8316, 0.0315, -0.0272, 0.0044, 0.8018, 0.0101)
    case (.bmi, false, .black): (-4.8134, 0.0460, -0.0233, 0.0020, 0.5983, 0.0166)
    case (.bmi, false, .hispanic): (-4.8198, 0.0355, -0.0303, 0.0051, 0.7835, 0.0104)
    case (.bmiZ, true, .white): (-4.3757, 0.4849, -0.0176, 0.0257, 0.3172, 0.0083)
    case (.bmiZ, true, .black): (-3.7145, 0.5136, -0.0190, 0.0131, 0.4442, 0.0108)
    case (.bmiZ, true, .hispanic): (-4.7637, 0.3520, -0.0263, 0.0152, 0.6910, 0.0133)
    case (.bmiZ, false, .white): (-4.931, 0.2804, -0.0257, 0.0189, 0.6240, 0.0140)
    case (.bmiZ, false, .black): (-4.7544, 0.2401, -0.0284, 0.0134, 0.6773, 0.0179)
    case (.bmiZ, false, .hispanic): (-3.2971, 0.2930, -0.0315, 0.0109, 0.6137, 0.0095)
    }
  }

  /// The group of a population by its code of `Covariate.ethnicity`, and whether the equations were made in it.
  static let groups: [(place: Int, isOwn: Bool)?] = Population.allCases.map { population in
    let found: (group: Group, isOwn: Bool)? =
      switch population {
      case .usWhite: (.white, true)
      case .usBlack: (.black, true)
      case .usHispanic: (.hispanic, true)
      case .europid: (.white, false)
      case .subSaharanAfrican: (.black, false)
      case .centralSouthAmerican: (.hispanic, false)
      default: nil
      }
    return found.map { ($0.group.rawValue, $0.isOwn) }
  }

  private var fat: Analyte { measure == .waist ? .waist : measure == .bmi ? .bmi : .bmiZ }

  func score(_ visit: IndexVisit) -> IndexValue {
    if let age = visit.age {
      if measure == .bmiZ, !(12..<20).contains(age) { return .none(.notApplicable, .outsideAge) }
      if measure != .bmiZ, age < 20 { return .none(.notApplicable, .outsideAge) }
    }
    if visit.answer(.fasting) == .no { return .none(.notApplicable, .notFasting) }
    let inputs = AnalyteSet(arrayLiteral: fat, .hdl, .sbp, .triglyceride, .glucose)
    var missing =
      measure == .bmi ? Applicability.missingOrBMI(inputs, visit) : Applicability.missing(inputs, visit)
    let size = measure == .bmi ? visit.bodyMassIndex : visit.value(fat)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if visit.code(.ethnicity) == 0 { missing.insert(InputSet(.ethnicity)) }
    guard missing.isEmpty, let age = visit.age, let size, let hdl = PublishedUnit.hdl.value(visit),
      let systolic = visit.value(.sbp), let fats = PublishedUnit.triglyceride.value(visit),
      let glucose = PublishedUnit.glucose.value(visit)
    else { return Applicability.absent(missing) }
    let (groups, code) = (visit.tables.pointee.metSZGroups, Int(visit.code(.ethnicity)))
    guard code < groups.count, let (group, isOwn) = groups[code] else {
      return .none(.notApplicable, .outsideValidatedRange)
    }
    guard Applicability.areFinite(inputs, visit), fats > 0, hdl > 0, glucose > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let b = visit.tables.pointee.metSZ[(2 * measure.rawValue + (visit.sex == .female ? 0 : 1)) * 3 + group]
    return Applicability.result(
      b.0 + b.1 * size + b.2 * hdl + b.3 * systolic + b.4 * visit.ln.triglyceride + b.5 * glucose,
      caveat: Applicability.censoring(inputs, visit), validated: isOwn && age < 65)
  }

  func definition(_ id: String) -> IndexDefinition {
    let (name, first) =
      switch measure {
      case .waist: ("waist, adults", "waist [cm]")
      case .bmi: ("BMI, adults", "BMI [kg/m2]")
      case .bmiZ: ("adolescents", "BMI Z score of the CDC")
      }
    return IndexDefinition(
      id: id, name: "MetS severity Z (\(name))",
      formula:
        "b0 + b1 x \(first) + b2 x HDL [mg/dL] + b3 x systolic pressure [mmHg] + b4 x ln TG [mg/dL] + b5 x glucose"
        + " [mg/dL]; b by sex and group (white, black, Hispanic)", unit: "1",
      inputs: (measure == .bmi ? InputSet([InputSet(.height), InputSet(.weight)]) : []).union([
        InputSet(fat), InputSet(.hdl), InputSet(.sbp), InputSet(.triglyceride), InputSet(.glucose), .age,
        InputSet(.sex),
        InputSet(.ethnicity),
      ]),
      validity: measure == .bmiZ
        ? "12 to 19 years, United States, fasting."
        : "20 to 64 years, United States (white, black, Hispanic), fasting; flagged from 65 years and for the like groups of"
          + " other countries, refused for others.",
      cutoff: "0 is the mean of US \(measure == .bmiZ ? "adolescents" : "adults").",
      caveat: "CKD raises triglycerides and lowers HDL by itself.",
      source: measure == .bmiZ
        ? "Gurka MJ et al. Cardiovasc Diabetol 2012;11:128, doi 10.1186/1475-2840-11-128 (DOI from memory; coefficients read in"
          + " two programs)"
        : "Gurka MJ et al. Metabolism 2014;63:218-225, doi 10.1016/j.metabol.2013.10.006 (coefficients read in metscalc)"
    )
  }
}

/// With waist.
public enum MetSZWaist: Index {
  private static let equation = MetSZEquation(measure: .waist)
  public static let definition = equation.definition("mets_z_wc")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.score(visit) }
}

/// With BMI.
public enum MetSZBMI: Index {
  private static let equation = MetSZEquation(measure: .bmi)
  public static let definition = equation.definition("mets_z_bmi")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.score(visit) }
}

/// Of adolescents.
public enum MetSZAdolescent: Index {
  private static let equation = MetSZEquation(measure: .bmiZ)
  public static let definition = equation.definition("mets_z_adolescent")
  public static func compute(_ visit: IndexVisit) -> IndexValue { equation.score(visit) }
}

import CResources
public import Domain
import Engine

/// The joint distribution of single measurements of BMI and labs: ln values are multivariate normal, their means depend on
/// sex, age, GFR, dialysis and diabetes. By it missing labs are drawn, and what is usual in a person is told from what was
/// measured once.
///
/// Means, spreads and correlations with their sources stand in `Model/population.csv` and
/// `Model/population_correlation.csv`; most effects are provisional.
public struct PopulationModel: Sendable {
  private struct Line: Sendable {
    var mean, female, perDecade, gfrDeficit, haemodialysis, peritoneal, diabetes, sigma, sigmaDiabetes: Double

    func mean(sex: Sex, age: Double, gfr: Double, dialysis: Dialysis, diabetes hasDiabetes: Bool) -> Double {
      var mean = mean + perDecade * (age - 45) / 10
      if sex == .female { mean += female }
      // On dialysis filtration is taken as gone; otherwise the deficit is 1 at GFR 15.
      mean += gfrDeficit * (dialysis.isTreated ? 1.2 : max(0, 60 - gfr) / 45)
      if dialysis == .haemodialysis { mean += haemodialysis }
      if dialysis == .peritoneal { mean += peritoneal }
      if hasDiabetes { mean += diabetes }
      return mean
    }
  }
  private let lines: [Line]
  /// Correlations of the ln of single measurements, by `PopulationVariable`.
  public let correlation: [[Double]]

  /// Reads the two tables.
  public init(means: DataFile, correlations: DataFile) {
    lines = PopulationVariable.allCases.map { variable in
      func value(_ column: String) -> Double {
        for row in means.rows.indices where means.value(row, "analyte") == variable.analyte.name {
          return Double(means.value(row, column)) ?? .nan
        }
        return .nan
      }
      return Line(
        mean: Elementary.logarithm(value("mean_male")), female: value("female"), perDecade: value("per_decade"),
        gfrDeficit: value("gfr_deficit"), haemodialysis: value("haemodialysis"), peritoneal: value("peritoneal"),
        diabetes: value("diabetes"), sigma: value("sigma"), sigmaDiabetes: value("sigma_diabetes"))
    }
    var matrix = PopulationVariable.allCases.map { i in PopulationVariable.allCases.map { $0 == i ? 1.0 : 0 } }
    for row in correlations.rows.indices {
      let first = PopulationVariable.allCases.first { $0.analyte.name == correlations.value(row, "first") }
      let second = PopulationVariable.allCases.first { $0.analyte.name == correlations.value(row, "second") }
      guard let first, let second else { continue }
      let r = Double(correlations.value(row, "r")) ?? .nan
      matrix[first.rawValue][second.rawValue] = r
      matrix[second.rawValue][first.rawValue] = r
    }
    correlation = matrix
  }

  /// The model that ships with this version.
  public static let shipped = PopulationModel(
    means: DataFile(rheostat_population_csv()), correlations: DataFile(rheostat_population_correlation_csv()))

  /// Mean and standard deviation of the ln of a single measurement of a variable in people like this one, other labs
  /// unknown.
  public func distribution(
    _ variable: PopulationVariable, sex: Sex, age: Double, gfr: Double, dialysis: Dialysis, diabetes: Bool
  ) -> (mean: Double, sigma: Double) {
    let line = lines[variable.rawValue]
    let mean = line.mean(sex: sex, age: age, gfr: gfr, dialysis: dialysis, diabetes: diabetes)
    return (mean, diabetes ? line.sigmaDiabetes : line.sigma)
  }

  /// The means of all variables, by `PopulationVariable`.
  func means(sex: Sex, age: Double, gfr: Double, dialysis: Dialysis, diabetes: Bool) -> [Double] {
    lines.map { $0.mean(sex: sex, age: age, gfr: gfr, dialysis: dialysis, diabetes: diabetes) }
  }

  /// How usual values are drawn when these variables were measured once. Made once a visit, used in every draw.
  public func usualValues(known: [Bool], diabetes: Bool, error: LaboratoryError) -> UsualValueDraw {
    let sigmas = lines.map { diabetes ? $0.sigmaDiabetes : $0.sigma }
    return UsualValueDraw(
      covariance: sigmas.indices.map { i in sigmas.indices.map { correlation[i][$0] * sigmas[i] * sigmas[$0] } },
      errorSigma: PopulationVariable.allCases.map { error.sigma($0.analyte) }, known: known)
  }
}

extension Dialysis {
  /// On either modality.
  var isTreated: Bool { self == .haemodialysis || self == .peritoneal }
}

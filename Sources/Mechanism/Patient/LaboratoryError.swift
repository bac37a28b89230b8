import CResources
public import Domain
import Engine

/// How far one measured value may lie from the person's usual one: within-person and analytical variation
/// (`Model/laboratory_error.csv`), added as variances.
///
/// The error is log-normal with median 1: sigma of ln = sqrt(ln(1 + CV^2)). What a person's usual value is, given a
/// measured one, `UsualValueDraw` says.
public struct LaboratoryError: Sendable {
  private let sigma: [Double]

  /// Reads a table with the columns analyte, cv_within_pct and cv_analytical_pct.
  public init(_ file: DataFile) {
    var sigma = Array(repeating: 0.0, count: Analyte.count)
    for row in file.rows.indices {
      guard let analyte = Analyte(name: file.value(row, "analyte")) else { continue }
      let within = (Double(file.value(row, "cv_within_pct")) ?? .nan) / 100
      let analytical = (Double(file.value(row, "cv_analytical_pct")) ?? .nan) / 100
      sigma[analyte.ordinal] = Elementary.logarithm(1 + within * within + analytical * analytical).squareRoot()
    }
    self.sigma = sigma
  }

  /// The table that ships with this version.
  public static let shipped = LaboratoryError(DataFile(rheostat_laboratory_error_csv()))

  /// The standard deviation of the natural logarithm of a measured value; 0 for what has no entry (BMI).
  public func sigma(_ analyte: Analyte) -> Double { sigma[analyte.ordinal] }

  /// Without any error: for means of many people.
  static let none = LaboratoryError(sigma: Array(repeating: 0, count: Analyte.count))

  private init(sigma: [Double]) { self.sigma = sigma }

  /// A value times a drawn error.
  public func perturb(_ value: Double, _ analyte: Analyte, normal: Double) -> Double {
    value * Elementary.exponential(sigma(analyte) * normal)
  }
}

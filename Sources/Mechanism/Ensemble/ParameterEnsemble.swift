import CResources
public import Domain

/// The parameter sets of the model that the calibration found to fit about equally well: what is not known of the
/// parameters, carried as a sample.
///
/// Draw d of a patient uses set d mod `count`. The sets are in random order, so that the first n are a sample too.
public struct ParameterEnsemble: Sendable {
  /// Ids of the calibrated parameters, in the order of the columns.
  public let parameters: [String]
  /// One row a set, values in the units of the SBML file.
  public let sets: [[Double]]

  /// How many sets there are.
  public var count: Int { sets.count }

  /// An ensemble of these sets.
  /// - Precondition: each set has a value for each parameter.
  public init(parameters: [String], sets: [[Double]]) {
    precondition(sets.allSatisfy { $0.count == parameters.count })
    self.parameters = parameters
    self.sets = sets
  }

  /// Reads a table with one column a parameter; not a number where a cell holds none.
  public init(_ file: DataFile) {
    self.init(
      parameters: file.header, sets: file.rows.map { row in row.map { Double($0) ?? .nan } })
  }

  /// The ensemble that ships with this version: `Model/ensemble.csv`, written by the program in `Calibration`.
  public static let shipped = ParameterEnsemble(DataFile(rheostat_ensemble_csv()))
}

import CResources

/// The parameter sets of the model that the calibration found to fit about equally well: what is not known of the
/// parameters, carried as a sample.
///
/// Draw d of a patient uses set d mod `count`. The sets are in random order, so that the first n are a sample too.
public struct ParameterEnsemble: Sendable {
  /// Ids of the calibrated parameters, in the order of the columns.
  public let parameters: [String]
  /// One row a set, values in the units of the SBML file.
  public let sets: [[Double]]
  /// The same by parameter, then set: the engine takes its inputs by columns.
  let columns: [[Double]]

  /// How many sets there are.
  public var count: Int { sets.count }

  /// An ensemble of these sets.
  /// - Precondition: each set has a value for each parameter.
  public init(parameters: [String], sets: [[Double]]) {
    precondition(sets.allSatisfy { $0.count == parameters.count })
    self.parameters = parameters
    self.sets = sets
    columns = parameters.indices.map { place in sets.map { $0[place] } }
  }

  /// Reads a table with one column a parameter and one row a set; a field that is no number is not a number here.
  /// - Parameter bytes: comma-separated, lines that end in LF.
  /// - Precondition: each row has as many fields as the line of names.
  public init(csv bytes: UnsafeRawBufferPointer) {
    let table = NumberTable(bytes: bytes)
    self.init(parameters: table.header, sets: table.rows)
  }

  /// The ensemble that ships with this version: `Model/ensemble.csv`, written by the program in `Calibration`.
  public static let shipped: ParameterEnsemble = {
    let resource = rheostat_ensemble_csv()
    return ParameterEnsemble(csv: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }()
}

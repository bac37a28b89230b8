import Foundation
import Mechanism

/// What the results of the mechanism stage come from, by SHA-256 in hexadecimal.
struct MechanismVersion: Equatable {
  /// Of the model file and the tables by which labs become its inputs.
  var model: String
  /// Of the parameter sets with their reference states and healthy bands.
  var ensemble: String

  /// What ships with this version of Rheostat.
  static let shipped = MechanismVersion(
    model: Hashing.hexadecimal(Data(MechanismResources.model)),
    ensemble: Hashing.hexadecimal(Data(MechanismResources.ensemble)))
}

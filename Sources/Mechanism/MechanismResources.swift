import CResources
import Domain
import Engine

/// The files that the mechanism reads from inside the binary, as bytes of which a hash is taken.
public enum MechanismResources {
  /// The model file, read.
  /// - Throws: an ``EngineError`` if the embedded file cannot be read, which would be a fault of the build.
  static func readModel() throws(EngineError) -> Model {
    let resource = rheostat_mtorc1_xml()
    return try Model(sbml: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count), name: "mtorc1")
  }

  /// The model file and the tables by which labs become its inputs, one after another, each behind its length.
  public static var model: [UInt8] {
    concatenated([
      rheostat_mtorc1_xml(), rheostat_reference_person_csv(), rheostat_laboratory_error_csv(),
      rheostat_population_csv(), rheostat_population_correlation_csv(), rheostat_mapping_csv(),
    ])
  }

  /// The parameter sets, and the reference states and healthy bands of each, in the same form.
  public static var ensemble: [UInt8] { concatenated([rheostat_ensemble_csv(), rheostat_ensemble_reference_csv()]) }

  private static func concatenated(_ files: [RheostatResource]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files {
      withUnsafeBytes(of: UInt64(file.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
    return bytes
  }
}

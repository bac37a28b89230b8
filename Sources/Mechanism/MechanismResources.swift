import CResources
import Domain

/// The files that the mechanism reads from inside the binary.
public enum MechanismResources {
  /// All of them one after another, each behind its length: what a hash of "the model" is taken of.
  public static var concatenated: [UInt8] {
    let files = [
      rheostat_mtorc1_xml(), rheostat_reference_person_csv(), rheostat_laboratory_error_csv(),
      rheostat_population_csv(), rheostat_population_correlation_csv(), rheostat_mapping_csv(),
      rheostat_healthy_bands_csv(),
    ]
    return files.flatMap { file in
      withUnsafeBytes(of: UInt64(file.count).littleEndian) { Array($0) }
        + Array(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
  }
}

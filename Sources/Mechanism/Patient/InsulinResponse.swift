public import Domain
import Engine

/// How strongly a tissue answers to the insulin of the probe, against the same state without insulin.
public enum InsulinResponse {
  /// Muscle: insulin-dependent membrane GLUT4 less that without insulin. Liver: fractional suppression of glucose
  /// output. Adipose tissue: fractional suppression of lipolysis. Floored at `response_floor`.
  /// - Parameters:
  ///   - readout: `insulin_readout_` of the tissue at the probe.
  ///   - withoutInsulin: the same with the same links and no insulin.
  public static func response(
    _ tissue: Tissue, readout: Double, withoutInsulin: Double, _ constants: MappingConstants = .shipped
  ) -> Double {
    let response = tissue == .muscle ? readout - withoutInsulin : 1 - readout / withoutInsulin
    return response.isNaN ? .nan : max(constants[.responseFloor], response)
  }

  /// The index of insulin resistance, -ln(f / f of the reference): positive when resistant.
  public static func index(_ response: Double, reference: Double) -> Double {
    -Elementary.logarithm(response / reference)
  }
}

import Domain
import Foundation

/// Serum creatinine that the CKD-EPI 2021 equation turns into a wanted eGFR.
///
/// The equation (Inker 2021, doi 10.1056/NEJMoa2102953): 142 * min(S/k, 1)^a * max(S/k, 1)^-1.200 * 0.9938^age, times
/// 1.012 for women, S in mg/dL, k 0.7 (women) or 0.9 (men), a -0.241 (women) or -0.302 (men). It falls steadily with S,
/// so it has one inverse.
enum Creatinine {
  /// - Parameters:
  ///   - egfr: mL/min/1.73 m2, above 0.
  ///   - age: years.
  /// - Returns: umol/L, by the factor of the dictionary.
  static func matching(egfr: Double, age: Double, female: Bool) -> Double {
    let scale = 142 * pow(0.9938, age) * (female ? 1.012 : 1)
    let ratio = egfr / scale
    let exponent = ratio > 1 ? (female ? -0.241 : -0.302) : -1.200
    let milligrams = (female ? 0.7 : 0.9) * pow(ratio, 1 / exponent)
    return Milligrams.creatinine.canonical(milligrams)
  }
}

import Domain
import Foundation

/// The metabolic score for visceral fat (Bello-Chavolla 2020, doi 10.1016/j.clnu.2019.07.012). The cubes are of the logarithms.
public enum METSVF: Index {
  public static let definition = IndexDefinition(
    id: "mets_vf", name: "METS-VF",
    formula: "4.466 + 0.011 x ln(METS-IR)^3 + 3.239 x ln(waist / height)^3 + 0.319 x (male) + 0.594 x ln(age)",
    unit: "1",
    inputs: [
      InputSet(.waist), InputSet(.height), InputSet(.glucose), InputSet(.triglyceride), InputSet(.hdl), InputSet(.bmi),
      InputSet(.weight), InputSet(.sex), .age,
    ],
    validity: "Adults; age in years.",
    cutoff: "7.18: visceral fat above 100 cm2.",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "Bello-Chavolla OY et al. Clin Nutr 2020;39:1613-1621, doi 10.1016/j.clnu.2019.07.012")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.waist, .height]
    var missing = Applicability.missing(inputs, visit)
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if visit.age == nil { missing.insert(.age) }
    guard missing.isEmpty, let waist = visit.value(.waist), let height = visit.value(.height), let age = visit.age
    else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), waist > 0, height > 0, age > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let score = visit.metsIR
    guard score.value.isFinite else { return score }
    guard score.value > 0 else { return .none(.notComputable, .outsideDomain) }
    let caveat = Applicability.censoring(inputs, visit)
    return Applicability.result(
      4.466 + 0.011 * cube(log(score.value)) + 3.239 * cube(log(waist / height))
        + 0.319 * (visit.sex == .male ? 1 : 0) + 0.594 * visit.ln.age, caveat: caveat == .none ? score.reason : caveat)
  }

  private static func cube(_ x: Double) -> Double { x * x * x }
}

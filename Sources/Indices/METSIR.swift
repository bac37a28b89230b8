import Domain
import Foundation

/// The metabolic score for insulin resistance (Bello-Chavolla 2018, doi 10.1530/EJE-17-0883); everything in mg/dL.
public enum METSIR: Index {
  public static let definition = IndexDefinition(
    id: "mets_ir", name: "METS-IR", formula: "ln(2 x G0 + TG) x BMI / ln(HDL), glucose, TG and HDL in mg/dL", unit: "1",
    inputs: [
      InputSet(.glucose), InputSet(.triglyceride), InputSet(.bmi), InputSet(.hdl), InputSet(.height), InputSet(.weight),
    ],
    validity: "Adults, fasting; HDL above 1 mg/dL.",
    cutoff: "50.39 for diabetes to come (Bello-Chavolla 2018, from memory).",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "Bello-Chavolla OY et al. Eur J Endocrinol 2018;178:533-544, doi 10.1530/EJE-17-0883")

  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.metsIR }

  /// The score, before the visit keeps it.
  static func score(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .triglyceride, .bmi, .hdl]
    guard let glucose = PublishedUnit.glucose.value(visit), let triglyceride = PublishedUnit.triglyceride.value(visit),
      let bmi = visit.bodyMassIndex, let hdl = PublishedUnit.hdl.value(visit)
    else {
      return Applicability.absent(Applicability.missingOrBMI(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), glucose > 0, triglyceride > 0, bmi > 0, hdl > 1 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      log(2 * glucose + triglyceride) * bmi / visit.ln.hdl, caveat: Applicability.censoring(inputs, visit))
  }
}

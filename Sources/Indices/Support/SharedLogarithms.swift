import Domain
import Foundation

/// Natural logarithms of a visit that several formulas ask for, to raise to a power or as they stand, taken once for all of them:
/// in a cohort they are the dearest thing that formulas have in common. Not a number where there is no value.
struct SharedLogarithms {
  /// Of years, mg/dL and mg/L.
  var age = Double.nan, creatinine = Double.nan, cystatin = Double.nan
  /// Of mg/dL, mg/dL and mg/g.
  var triglyceride = Double.nan, hdl = Double.nan, albuminCreatinineRatio = Double.nan

  init() {}

  /// Of the visit that stands read.
  init(_ visit: borrowing IndexVisit) {
    age = log(visit.age ?? .nan)
    creatinine = log(PublishedUnit.creatinine.value(visit) ?? .nan)
    cystatin = log(visit.value(.cystatinC) ?? .nan)
    triglyceride = log(PublishedUnit.triglyceride.value(visit) ?? .nan)
    hdl = log(PublishedUnit.hdl.value(visit) ?? .nan)
    albuminCreatinineRatio = log(PublishedUnit.albuminCreatinineRatio.value(visit) ?? .nan)
  }
}

import Domain

/// What an `IndexVisit` keeps of a visit besides its labs and codes.
struct VisitFacts {
  /// Its row in the block.
  var row = 0
  /// The rows of the person's visits before this one; none where nobody will ask for them.
  var earlier = 0..<0
  /// Days since the baseline, or nil.
  var day: Int?
  /// Age in years, or nil.
  var age: Double?
  /// What is known of its labs.
  var sets = LabSets()
  /// Sex.
  var sex = Sex.unknown
  /// Diabetes as recorded.
  var diabetes = Diabetes.unknown
  /// Dialysis modality.
  var dialysis = Dialysis.unknown
  /// What several formulas take the logarithm of.
  var ln = SharedLogarithms()
  /// Waist, cm, and blood pressure, mmHg.
  var waist = CensoredBounds.anywhere, systolic = CensoredBounds.anywhere, diastolic = CensoredBounds.anywhere
  /// What is compared in the unit in which it was reported.
  var glucose = ReportedValue.anywhere, glucoseAfterLoad = ReportedValue.anywhere
  var triglyceride = ReportedValue.anywhere, hdl = ReportedValue.anywhere
  /// See `Applicability.refusals`.
  var ownInsulinRefusal = IndexReason.none, fastingRefusal = IndexReason.none
  /// eGFR known to be below 60, or dialysis.
  var clearsLessInsulin = false
  /// What QUICKI is the inverse of, not a number where there is none; the revised one adds to it.
  var quicki = Double.nan
  /// The TyG index, not a number where there is none, of which TyG-BMI and TyG-WC ask too.
  var tyG = Double.nan
  /// METS-IR, of which METS-VF asks too.
  var metsIR = IndexValue.missing([])
  /// As `BodyMassIndex` derives it, kg/m2.
  var bodyMassIndex: Double?
  /// Where it truly lies.
  var bodyMassBounds = CensoredBounds.anywhere
  /// The albuminuria categories of KDIGO that it can have, of which several indices ask.
  var albuminuria = PossibleLevels(unknown: 2)
  /// As `EstimatedGFR` derives it.
  var filtration: EstimatedGFR?
}

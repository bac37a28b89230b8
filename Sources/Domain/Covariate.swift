/// Something known of a person at a visit that is not a laboratory value: sex, diagnoses, treatment, circumstances.
///
/// The raw value is the name of its column in `patients.csv`. Each has a short closed list of codes;
/// unknown is a code of its own (0), never a guess.
public enum Covariate: String, CaseIterable, Sendable, Hashable {
  case sex, ethnicity, diabetes, hypertension, dialysis, transplant
  case drugInsulin = "drug_insulin"
  case drugGlucose = "drug_glucose"
  case drugLipid = "drug_lipid"
  case drugBloodPressure = "drug_bp"
  case drugMTOR = "drug_mtor"
  case drugSteroid = "drug_steroid"
  case drugCalcineurin = "drug_calcineurin"
  case fasting, pregnant, infection
  case dialysisSample = "dialysis_sample"
  case drugStatin = "drug_statin"
  case smoking
  case drugMetformin = "drug_metformin"
  case drugGlitazone = "drug_glitazone"

  /// The number of covariates; a constant, since everything that is read goes by it.
  @inlinable public static var count: Int { 21 }

  /// The place of the covariate in every array that has one entry a covariate: its place among the cases.
  @inlinable public var ordinal: Int {
    switch self {
    case .sex: 0
    case .ethnicity: 1
    case .diabetes: 2
    case .hypertension: 3
    case .dialysis: 4
    case .transplant: 5
    case .drugInsulin: 6
    case .drugGlucose: 7
    case .drugLipid: 8
    case .drugBloodPressure: 9
    case .drugMTOR: 10
    case .drugSteroid: 11
    case .drugCalcineurin: 12
    case .fasting: 13
    case .pregnant: 14
    case .infection: 15
    case .dialysisSample: 16
    case .drugStatin: 17
    case .smoking: 18
    case .drugMetformin: 19
    case .drugGlitazone: 20
    }
  }

  /// The codes in the order of their numbers; code 0 is unknown and written as an empty field.
  public var codes: [String] {
    switch self {
    case .sex: ["", "female", "male"]
    case .ethnicity:
      [
        "", "europid", "south_asian", "chinese", "japanese", "other_asian", "sub_saharan_african", "middle_eastern",
        "central_south_american", "us_white", "us_black", "us_hispanic", "other",
      ]
    case .diabetes: ["", "none", "type1", "type2", "unspecified"]
    case .dialysis: ["", "none", "haemodialysis", "peritoneal"]
    default: ["", "no", "yes"]
    }
  }

  /// Name for people.
  public var label: String {
    switch self {
    case .sex: "Sex"
    case .ethnicity: "Ethnicity (for waist limits)"
    case .diabetes: "Diabetes"
    case .hypertension: "Hypertension"
    case .dialysis: "Dialysis"
    case .transplant: "Kidney transplant"
    case .drugInsulin: "Insulin treatment"
    case .drugGlucose: "Glucose-lowering drug"
    case .drugLipid: "Lipid drug (for triglycerides or HDL)"
    case .drugBloodPressure: "Blood-pressure drug"
    case .drugMTOR: "mTOR inhibitor"
    case .drugSteroid: "Glucocorticoid"
    case .drugCalcineurin: "Calcineurin inhibitor"
    case .fasting: "Fasting sample"
    case .pregnant: "Pregnant"
    case .infection: "Infection within 14 days"
    case .dialysisSample: "Sample during dialysis or under heparin"
    case .drugStatin: "Statin"
    case .smoking: "Smokes now"
    case .drugMetformin: "Metformin"
    case .drugGlitazone: "Glitazone (thiazolidinedione)"
    }
  }
}

/// The populations of `Covariate.ethnicity`, by code.
public enum Population: UInt8, CaseIterable, Sendable {
  case unknown, europid, southAsian, chinese, japanese, otherAsian, subSaharanAfrican, middleEastern,
    centralSouthAmerican, usWhite, usBlack, usHispanic, other
}
/// Female, male, or not known.
public enum Sex: UInt8, Sendable { case unknown, female, male }
/// Kind of diabetes as recorded.
public enum Diabetes: UInt8, Sendable { case unknown, none, type1, type2, unspecified }
/// Dialysis modality.
public enum Dialysis: UInt8, Sendable { case unknown, none, haemodialysis, peritoneal }
/// Yes, no, or not known: three-valued logic needs the third.
public enum Answer: UInt8, Sendable {
  case unknown, no, yes

  /// By code; unknown for any other. In line wherever it is asked, which is at every index.
  @inlinable @inline(__always) public init(code: UInt8) { self = code == 2 ? .yes : code == 1 ? .no : .unknown }

  /// Whether a drug is taken that lowers glucose, insulin not counted: one that is named counts, whatever else is recorded.
  @inlinable @inline(__always) public static func glucoseDrug(
    _ recorded: Answer, metformin: Answer, glitazone: Answer
  ) -> Answer {
    metformin == .yes || glitazone == .yes ? .yes : recorded
  }
}

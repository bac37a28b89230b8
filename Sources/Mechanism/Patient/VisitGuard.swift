public import Domain

/// Circumstances in which the model has no answer: the verdict is then indeterminate, with the reason.
public enum VisitGuard: String, CaseIterable, Sendable {
  case exogenousInsulin = "exogenous_insulin"
  case mtorInhibitor = "mtor_inhibitor"
  case glucocorticoid
  case calcineurinInhibitor = "calcineurin_inhibitor"
  case acuteInflammation = "acute_inflammation"
  case dialysisSample = "dialysis_sample"
  case notFasting = "not_fasting"
  case pregnancy
  case underAge = "under_age"
  case offScale = "off_scale"

  /// Why, in plain words.
  public var sentence: String {
    switch self {
    case .exogenousInsulin: "Insulin treatment or type 1 diabetes: plasma insulin is not the person's own."
    case .mtorInhibitor: "An mTOR inhibitor is taken: mTORC1 is set by the drug."
    case .glucocorticoid: "A glucocorticoid is taken, which causes insulin resistance that the model does not hold."
    case .calcineurinInhibitor:
      "A calcineurin inhibitor is taken, which changes insulin secretion and action in ways the model does not hold."
    case .acuteInflammation: "CRP above 50 mg/L or an infection within 14 days: the labs do not show the usual state."
    case .dialysisSample:
      "The sample was taken during dialysis or under heparin, which changes insulin and free fatty acids."
    case .notFasting: "The sample is known not to be fasting."
    case .pregnancy: "Pregnancy changes insulin action in ways the model does not hold."
    case .underAge: "Under 18 years: the model is of adults."
    case .offScale: "TNF-alpha, IL-6 or adiponectin is off the scale of the kits the model was set to."
    }
  }

  /// The guards that a visit runs into, in the order of the cases.
  public static func hit(by row: PanelRow, _ constants: MappingConstants = .shipped) -> [VisitGuard] {
    func outside(_ analyte: Analyte, _ low: MappingConstants.Name, _ high: MappingConstants.Name) -> Bool {
      guard let value = row.value(analyte) else { return false }
      // A value below its limit of detection says nothing of the scale.
      let below = value < constants[low] && row.status(analyte) != .belowLimit
      return below || value > constants[high]
    }
    return allCases.filter { guardCase in
      switch guardCase {
      case .exogenousInsulin: row.answer(.drugInsulin) == .yes || row.diabetes == .type1
      case .mtorInhibitor: row.answer(.drugMTOR) == .yes
      case .glucocorticoid: row.answer(.drugSteroid) == .yes
      case .calcineurinInhibitor: row.answer(.drugCalcineurin) == .yes
      case .acuteInflammation:
        row.answer(.infection) == .yes || (row.value(.crp) ?? 0) > constants[.guardCRP]
      case .dialysisSample: row.answer(.dialysisSample) == .yes
      case .notFasting: row.answer(.fasting) == .no
      case .pregnancy: row.answer(.pregnant) == .yes
      case .underAge: (row.age ?? 18) < 18
      case .offScale:
        outside(.tnfAlpha, .guardTNFAlphaLow, .guardTNFAlphaHigh) || outside(.il6, .guardIL6Low, .guardIL6High)
          || outside(.adiponectin, .guardAdiponectinLow, .guardAdiponectinHigh)
      }
    }
  }

  /// Sentences of caution that do not withhold the answer.
  static func caveats(for row: PanelRow, gfr: Double?) -> [String] {
    var caveats: [String] = []
    if row.answer(.fasting) == .unknown { caveats.append("Whether the sample was fasting is not known.") }
    if row.dialysis == .peritoneal {
      caveats.append("A glucose dwell of peritoneal dialysis raises glucose and insulin; its timing is not known.")
    }
    if row.answer(.drugGlucose) == .yes {
      caveats.append("A glucose-lowering drug is taken; what it does to the signalling is not modelled.")
    }
    if row.sex == .unknown { caveats.append("Sex is not known: both are drawn alike.") }
    if row.age == nil { caveats.append("Age is not known: it is drawn around 60 years.") }
    if gfr == nil, !row.dialysis.isTreated {
      caveats.append("Kidney function is not known: that of the general population is drawn.")
    }
    return caveats
  }
}

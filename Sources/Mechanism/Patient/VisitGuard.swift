public import Domain

/// Circumstances in which the model has no answer: the verdict is then indeterminate, with the reason.
public enum VisitGuard: String, CaseIterable, Sendable {
  case exogenousInsulin = "exogenous_insulin"
  case mtorInhibitor = "mtor_inhibitor"
  case glucocorticoid
  case calcineurinInhibitor = "calcineurin_inhibitor"
  case glitazone
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
    case .glucocorticoid:
      "A glucocorticoid is taken (7.5 mg of prednisone a day or more, or a dose that is not known), which causes insulin resistance that the model does not hold."
    case .calcineurinInhibitor:
      "A calcineurin inhibitor is taken (a tacrolimus trough of 9 ug/L or more, or a level that is not known), which changes insulin secretion and action in ways the model does not hold."
    case .glitazone:
      "A glitazone is taken, which raises adiponectin several times in people, and adiponectin was not measured: that of people without the drug would be drawn."
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
    // A censored value stands at a limit: `>L` may be any higher value, so at the bound it is already beyond it.
    func above(_ analyte: Analyte, _ high: MappingConstants.Name) -> Bool {
      guard let value = row.value(analyte) else { return false }
      return value > constants[high] || (row.status(analyte) == .aboveLimit && value >= constants[high])
    }
    func below(_ analyte: Analyte, _ low: MappingConstants.Name) -> Bool {
      guard let value = row.value(analyte) else { return false }
      switch row.status(analyte) {
      // Half the limit stands for `<L`. Only where L itself is no higher than the bound is the value known to be
      // below it; otherwise it says nothing of the scale.
      case .belowLimit: return value / Censoring.belowLimitFraction <= constants[low]
      // Above its limit it may be any higher value, and says nothing of the lower end.
      case .aboveLimit: return false
      case .missing, .measured: return value < constants[low]
      }
    }
    return allCases.filter { guardCase in
      switch guardCase {
      case .exogenousInsulin: row.answer(.drugInsulin) == .yes || row.diabetes == .type1
      case .mtorInhibitor: row.answer(.drugMTOR) == .yes
      case .glucocorticoid:
        row.value(.steroidDose).map { $0 >= constants[.guardSteroidDose] } ?? (row.answer(.drugSteroid) == .yes)
      case .calcineurinInhibitor:
        row.value(.tacrolimus).map { $0 >= constants[.guardTacrolimus] } ?? (row.answer(.drugCalcineurin) == .yes)
      case .glitazone: row.answer(.drugGlitazone) == .yes && row.value(.adiponectin) == nil
      case .acuteInflammation:
        row.answer(.infection) == .yes || above(.crp, .guardCRP)
      case .dialysisSample: row.answer(.dialysisSample) == .yes
      case .notFasting: row.answer(.fasting) == .no
      case .pregnancy: row.answer(.pregnant) == .yes
      case .underAge: (row.age ?? 18) < 18
      case .offScale:
        above(.tnfAlpha, .guardTNFAlphaHigh) || below(.tnfAlpha, .guardTNFAlphaLow)
          || above(.il6, .guardIL6High) || below(.il6, .guardIL6Low)
          || above(.adiponectin, .guardAdiponectinHigh) || below(.adiponectin, .guardAdiponectinLow)
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
    if row.answer(.drugMetformin) == .yes {
      caveats.append("Metformin is taken: it drives AMPK from outside, which the answer does not hold.")
    }
    if row.answer(.drugGlitazone) == .yes, row.value(.adiponectin) != nil {
      caveats.append(
        "A glitazone is taken: what it does by way of the measured adiponectin is in the answer, what it does besides is not."
      )
    }
    if row.answer(.drugGlucose) == .yes {
      caveats.append("A glucose-lowering drug is taken; what it does to the signalling is not modelled.")
    }
    if let dose = row.value(.steroidDose), dose > 0, dose < MappingConstants.shipped[.guardSteroidDose] {
      caveats.append("A glucocorticoid is taken in a dose below that for which clamps show resistance.")
    }
    if let trough = row.value(.tacrolimus), trough < MappingConstants.shipped[.guardTacrolimus] {
      caveats.append("Tacrolimus is taken; at this trough no effect on insulin action or secretion has been shown.")
    }
    if row.dialysis.isTreated, row.value(.ktV) == nil {
      caveats.append("The dose of dialysis is not known: an ordinary one is taken for the uraemic load.")
    }
    if row.sex == .unknown { caveats.append("Sex is not known: both are drawn alike.") }
    if row.age == nil { caveats.append("Age is not known: it is drawn around 60 years.") }
    if gfr == nil, !row.dialysis.isTreated {
      caveats.append("Kidney function is not known: that of the general population is drawn.")
    }
    // Thin people make little creatinine, on which GFR rests unless the source names an equation with cystatin C.
    let byCystatin = row.value(.egfr) != nil && row.block.egfrEquation[row.row].lowercased().contains("cys")
    let isThin = (row.value(.bmi) ?? .infinity) < 18.5 || (row.value(.albumin) ?? .infinity) < 35
    if gfr != nil, !byCystatin, !row.dialysis.isTreated, isThin {
      caveats.append("In wasting (albumin below 35 g/L or BMI below 18.5) GFR from creatinine reads too high.")
    }
    if let unguarded = unguarded(row) { caveats.append(unguarded) }
    return caveats
  }

  /// The inputs of guards that nobody recorded, in one sentence; nil where all are known.
  private static func unguarded(_ row: PanelRow) -> String? {
    var names: [String] = []
    // Type 1 diabetes is guarded with insulin treatment, whatever is recorded of the treatment.
    if row.answer(.drugInsulin) == .unknown, row.diabetes != .type1 { names.append("insulin treatment") }
    if row.answer(.drugMTOR) == .unknown { names.append("mTOR inhibitor") }
    if row.answer(.drugSteroid) == .unknown, row.value(.steroidDose) == nil { names.append("glucocorticoid") }
    if row.answer(.drugCalcineurin) == .unknown, row.value(.tacrolimus) == nil { names.append("calcineurin inhibitor") }
    if row.drug(.drugGlitazone) == .unknown, row.value(.adiponectin) == nil { names.append("glitazone") }
    let mayBePregnant = row.sex != .male && (18...50).contains(row.age ?? 18)
    if mayBePregnant, row.answer(.pregnant) == .unknown { names.append("pregnancy") }
    if row.answer(.infection) == .unknown { names.append("infection") }
    if row.dialysis == .unknown { names.append("dialysis (taken as none)") }
    // Without dialysis no sample is taken during it.
    if row.dialysis != .none, row.answer(.dialysisSample) == .unknown { names.append("sample during dialysis") }
    return names.isEmpty ? nil : "Not recorded, so not guarded against: " + names.joined(separator: ", ") + "."
  }
}

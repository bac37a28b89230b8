public import Domain

/// A visit as the indices read it: its labs and covariates, with what many indices derive from them worked out once.
/// An object, so that to hand it to an index costs nothing.
public final class IndexVisit {
  /// The visit itself.
  public let panel: PanelRow
  /// What of the inputs of indices is there.
  let present: InputSet
  /// What was reported as below or above a limit.
  let censored: AnalyteSet
  /// What is there and is no finite number.
  let notFinite: AnalyteSet
  /// Age in years, or nil.
  let age: Double?
  /// Sex.
  let sex: Sex
  /// Known to be on haemodialysis or peritoneal dialysis.
  let isOnDialysis: Bool
  /// As `BodyMassIndex` derives it, kg/m2.
  let bodyMassIndex: Double?
  /// As `EstimatedGFR` derives it.
  public let filtration: EstimatedGFR?

  /// Whether the person has diabetes of any kind, as recorded; nil where it is not.
  let hasDiabetes: Bool?
  private var preventPredictors: PREVENTPredictors?
  private var commonCriteria: CommonCriteria?

  /// What the indices read of a visit.
  public init(_ panel: PanelRow) {
    self.panel = panel
    age = panel.age
    sex = panel.sex
    let dialysis = panel.dialysis
    isOnDialysis = dialysis == .haemodialysis || dialysis == .peritoneal
    bodyMassIndex = BodyMassIndex.derive(panel)
    let diabetes = panel.diabetes
    hasDiabetes = diabetes == .unknown ? nil : diabetes != .none
    var (present, censored, notFinite) = (panel.age == nil ? 0 : InputSet.age.rawValue, UInt128(0), UInt128(0))
    let first = InputSet(Analyte.glucose).rawValue
    panel.block.forEachLab(row: panel.row) { ordinal, lab in
      let bit = first &<< UInt128(truncatingIfNeeded: ordinal)
      present |= bit
      if lab.status != .measured { censored |= bit }
      if !lab.value.isFinite { notFinite |= bit }
    }
    self.present = InputSet(rawValue: present)
    self.censored = AnalyteSet(bits: censored)
    self.notFinite = AnalyteSet(bits: notFinite)
    filtration = EstimatedGFR(of: panel)
  }

  /// What the PREVENT equations ask, worked out when the first of them asks.
  var prevent: PREVENTPredictors {
    if let preventPredictors { return preventPredictors }
    let found = PREVENTPredictors(self)
    preventPredictors = found
    return found
  }

  /// What several definitions of the metabolic syndrome ask alike; likewise.
  var common: CommonCriteria {
    if let commonCriteria { return commonCriteria }
    let found = CommonCriteria(self)
    commonCriteria = found
    return found
  }

  /// See `PanelRow`.
  @inline(__always) func value(_ analyte: Analyte) -> Double? { panel.value(analyte) }
  /// The number and the unit in which it was reported, or nil where missing.
  @inline(__always) func reported(_ analyte: Analyte) -> (value: Double, unit: ReportedUnit)? {
    let lab = panel.block[analyte, panel.row]
    return lab.status == .missing ? nil : (lab.reported, ReportedUnit.of(lab, analyte))
  }
  @inline(__always) func status(_ analyte: Analyte) -> ValueStatus { panel.status(analyte) }
  @inline(__always) func code(_ covariate: Covariate) -> UInt8 { panel.code(covariate) }
  @inline(__always) func answer(_ covariate: Covariate) -> Answer { panel.answer(covariate) }
  @inline(__always) var diabetes: Diabetes { panel.diabetes }
  @inline(__always) var dialysis: Dialysis { panel.dialysis }
}

extension Index {
  /// The index of one visit.
  public static func compute(_ visit: PanelRow) -> IndexValue { compute(IndexVisit(visit)) }
}

extension Syndrome {
  /// The definition applied to one visit.
  public static func evaluate(_ visit: PanelRow) -> SyndromeValue { evaluate(IndexVisit(visit)) }
}

import Domain

/// The glomerular filtration rate that everything else uses: the reported eGFR where there is one, otherwise
/// CKD-EPI 2021 from creatinine. There is none on dialysis, reported or not, since creatinine is then cleared by the
/// machine (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
public struct EstimatedGFR: Sendable {
  /// mL/min/1.73 m2; for a censored value by the rule of `Censoring`.
  public let value: Double
  /// The equation: as the source names it, `reported` where the source does not say, or `CKD-EPI 2021 creatinine`.
  public let equation: String
  /// Whether it was reported, rather than computed from creatinine.
  public let isReported: Bool
  /// Where the true value lies: a point, or one side of a limit.
  let bounds: CensoredBounds

  /// The name of the equation computed here.
  public static let computedEquation = "CKD-EPI 2021 creatinine"

  /// The eGFR of a visit, or nil where there is none.
  public static func derive(_ visit: PanelRow) -> EstimatedGFR? {
    guard !isOnDialysis(visit) else { return nil }
    if let reported = visit.value(.egfr) {
      guard reported.isFinite else { return nil }
      let name = visit.block.egfrEquation[visit.row]
      return EstimatedGFR(
        value: reported, equation: name.isEmpty ? "reported" : name, isReported: true,
        bounds: CensoredBounds(reported: reported, status: visit.status(.egfr)))
    }
    let computed = CKDEPI2021.compute(visit)
    guard computed.status == .computed else { return nil }
    let bounds = visit.status(.creatinine) == .measured ? .point(computed.value) : CKDEPI2021.bounds(visit)
    return EstimatedGFR(value: computed.value, equation: computedEquation, isReported: false, bounds: bounds)
  }

  /// Why a visit has no eGFR: dialysis, or what is missing for either way to one.
  static func absence(_ visit: PanelRow) -> IndexValue {
    if isOnDialysis(visit) { return .none(.notApplicable, .onDialysis) }
    var reason = CKDEPI2021.compute(visit)
    if reason.status == .computed { return .none(.notComputable, .outsideDomain) }
    if reason.reason == .missingInput { reason.missing.insert(InputSet(.egfr)) }
    return reason
  }

  /// Known to be on haemodialysis or peritoneal dialysis.
  static func isOnDialysis(_ visit: PanelRow) -> Bool {
    visit.dialysis == .haemodialysis || visit.dialysis == .peritoneal
  }

  /// Known to be below 60 mL/min/1.73 m2.
  var isBelow60: Bool { bounds.isBelow(60) == .met }
}

import Domain

/// The glomerular filtration rate that everything else uses: the reported eGFR where there is one, otherwise
/// CKD-EPI 2021 from creatinine. There is none on dialysis, reported or not, since creatinine is then cleared by the
/// machine (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
public struct EstimatedGFR: Sendable {
  /// mL/min/1.73 m2; for a censored value by the rule of `Censoring`.
  public let value: Double
  /// Whether it was reported, rather than computed from creatinine.
  let isReported: Bool
  /// Where the true value lies: a point, or one side of a limit.
  let bounds: CensoredBounds

  /// The eGFR of a visit; nil where there is none.
  public init?(of panel: PanelRow) {
    guard let found = Self.all([panel.row], of: panel.block)[0] else { return nil }
    self = found
  }

  /// The eGFR of each visit of a block; nil where there is none.
  public static func all(of block: PanelBlock) -> [EstimatedGFR?] { all(Array(0..<block.count), of: block) }

  private static func all(_ rows: [Int], of block: PanelBlock) -> [EstimatedGFR?] {
    let visit = IndexVisit(of: block, history: nil)
    return rows.map { row in
      visit.readInputs(row)
      return visit.filtration
    }
  }

  /// The same of what indices read.
  init?(of visit: borrowing IndexVisit) {
    guard !visit.isOnDialysis else { return nil }
    if let reported = visit.value(.egfr) {
      guard reported.isFinite else { return nil }
      value = reported
      isReported = true
      bounds = CensoredBounds(reported: reported, status: visit.status(.egfr))
      return
    }
    guard let computed = CKDEPI2021.estimate(visit) else { return nil }
    value = computed
    isReported = false
    bounds = visit.status(.creatinine) == .measured ? .point(computed) : CKDEPI2021.bounds(visit)
  }

  /// What that of a visit came from: a creatinine beside a reported eGFR has no part in it.
  static func source(_ visit: borrowing IndexVisit) -> AnalyteSet {
    visit.filtration?.isReported == true ? [.egfr] : [.creatinine]
  }

  /// Why a visit has no eGFR: dialysis, or what is missing for either way to one.
  static func absence(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    var reason = CKDEPI2021.compute(visit)
    if reason.status == .computed { return .none(.notComputable, .outsideDomain) }
    if reason.reason == .missingInput { reason.missing.insert(InputSet(.egfr)) }
    return reason
  }

  /// Known to be below 60 mL/min/1.73 m2.
  var isBelow60: Bool { bounds.isBelow(60) == .met }
}

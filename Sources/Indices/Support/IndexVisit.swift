public import Domain

/// A visit as the indices read it: its labs and covariates, with what many indices derive from them worked out once.
///
/// One object serves one visit after another (`read`) and belongs to one thread. What it knows stands in memory of its own that
/// is reached by pointers: a cohort asks it thousands of millions of times, and neither counts references to a block nor has
/// every access checked for another one at the same time.
public final class IndexVisit {
  /// The block of its visits.
  private let block: PanelBlock
  /// What is known of the visits of the block that have later ones; nil where nobody will ask for it.
  private let history: VisitHistory?
  let tables = IndexTables.shared.at(0)
  private let facts = UnsafeMutablePointer<VisitFacts>.allocate(capacity: 1)
  /// By `FamilyIndex.place`.
  private let families = UnsafeMutablePointer<IndexValue>.allocate(capacity: FamilyPlaces.count)
  private let criteria = UnsafeMutablePointer<CommonCriteria>.allocate(capacity: 1)
  /// By `Analyte.ordinal`, `Covariate.ordinal` and `PublishedUnit.rawValue`.
  private let labs = UnsafeMutablePointer<LabValue>.allocate(capacity: Analyte.count)
  private let codes = UnsafeMutablePointer<UInt8>.allocate(capacity: Covariate.count)
  private let published = UnsafeMutablePointer<Double>.allocate(capacity: PublishedUnit.count)

  /// For the visits of a block; without one yet, so that everything is missing.
  init(of block: PanelBlock, history: VisitHistory?) {
    (self.block, self.history) = (block, history)
    facts.initialize(to: VisitFacts())
    labs.initialize(repeating: .missing, count: Analyte.count)
    codes.initialize(repeating: 0, count: Covariate.count)
    published.initialize(repeating: .nan, count: PublishedUnit.count)
    families.initialize(repeating: .missing([]), count: FamilyPlaces.count)
    criteria.initialize(to: CommonCriteria(self))
  }

  // Numbers and codes alone, with nothing to give up.
  deinit {
    facts.deallocate()
    families.deallocate()
    criteria.deallocate()
    labs.deallocate()
    codes.deallocate()
    published.deallocate()
  }

  /// What the indices read of a visit.
  public convenience init(_ panel: PanelRow) {
    self.init(of: panel.block, history: VisitHistory(count: panel.block.count))
    read(row: panel.row)
  }

  /// Takes the visit in a row in the place of the one before; those of the person's earlier visits that nobody has read come
  /// first.
  func read(row: Int) {
    var earlier = row..<row
    if let history {
      let patient = block.visits[row].patient
      while earlier.lowerBound > 0, block.visits[earlier.lowerBound - 1].patient == patient {
        earlier = earlier.lowerBound - 1..<row
      }
      for before in earlier where !history.knows(before) {
        readInputs(before)
        history.put(EarlierVisit(self, row: before))
      }
    }
    readInputs(row)
    facts.pointee.earlier = earlier
    deriveShared()
    if let history, row + 1 < block.count, block.visits[row + 1].patient == block.visits[row].patient {
      history.put(EarlierVisit(self, row: row))
    }
  }

  /// The visit by itself: its inputs, filtration and albuminuria.
  func readInputs(_ row: Int) {
    facts.pointee.earlier = row..<row
    block.copyLabs(row: row, to: labs)
    block.copyCodes(row: row, to: codes)
    for place in 0..<PublishedUnit.count { published[place] = tables.pointee.published[place].value(labs) }
    facts.pointee.day = block.visits[row].day
    facts.pointee.age = block.age[row].isNaN ? nil : block.age[row]
    facts.pointee.row = row
    facts.pointee.sets = block.sets(row: row)
    facts.pointee.sex = Sex(rawValue: code(.sex)) ?? .unknown
    facts.pointee.diabetes = Diabetes(rawValue: code(.diabetes)) ?? .unknown
    facts.pointee.dialysis = Dialysis(rawValue: code(.dialysis)) ?? .unknown
    facts.pointee.ln = SharedLogarithms(self)
    facts.pointee.waist = bounds(.waist)
    (facts.pointee.systolic, facts.pointee.diastolic) = (bounds(.sbp), bounds(.dbp))
    facts.pointee.glucose = ReportedValue(.glucose, self)
    facts.pointee.glucoseAfterLoad = ReportedValue(.glucose2h, self)
    facts.pointee.triglyceride = ReportedValue(.triglyceride, self)
    facts.pointee.hdl = ReportedValue(.hdl, self)
    (facts.pointee.ownInsulinRefusal, facts.pointee.fastingRefusal) = Applicability.refusals(self)
    facts.pointee.bodyMassIndex = BodyMassIndex.derive(self)
    facts.pointee.bodyMassBounds = BodyMassIndex.bounds(self)
    facts.pointee.filtration = EstimatedGFR(of: self)
    facts.pointee.albuminuria = KDIGOAlbuminuriaCategory.categories(self)
  }

  /// What several indices ask of the inputs.
  private func deriveShared() {
    facts.pointee.clearsLessInsulin = isOnDialysis || filtration?.isBelow60 == true
    facts.pointee.quicki = QUICKI.denominator(self)
    facts.pointee.tyG = TyG.value(self)
    facts.pointee.metsIR = METSIR.score(self)
    PREVENTEquation.evaluate(self, families)
    KFREquation.evaluate(self, families + PREVENTEquation.count)
    criteria.pointee = CommonCriteria(self)
  }

  /// The sum of values that are there, in the order of the dictionary; nil where one fails a test.
  func sum(of analytes: AnalyteSet, where test: (Double) -> Bool) -> Double? {
    var (bits, sum) = (analytes.bits, 0.0)
    while bits != 0 {
      let value = labs[bits.trailingZeroBitCount].value
      guard test(value) else { return nil }
      sum += value
      bits &= bits &- 1
    }
    return sum
  }

  /// Where a value lies; anywhere if it is missing.
  func bounds(_ analyte: Analyte) -> CensoredBounds {
    CensoredBounds(reported: labs[analyte.ordinal].value, status: labs[analyte.ordinal].status)
  }

  // What is known, as `VisitFacts` says it.

  /// How many visits the person had before this one.
  @inline(__always) var earlierCount: Int { facts.pointee.earlier.count }
  /// The person's visits before this one, in order.
  var earlier: UnsafeBufferPointer<EarlierVisit> {
    let rows = facts.pointee.earlier
    guard let history, !rows.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
    return history(rows)
  }
  @inline(__always) var day: Int? { facts.pointee.day }
  @inline(__always) var age: Double? { facts.pointee.age }
  /// How the reported eGFR was computed, where the source says so; empty where not.
  var egfrEquation: String { block.egfrEquation[facts.pointee.row] }
  @inline(__always) var present: AnalyteSet { facts.pointee.sets.present }
  @inline(__always) var censored: AnalyteSet { facts.pointee.sets.censored }
  @inline(__always) var notFinite: AnalyteSet { facts.pointee.sets.notFinite }
  @inline(__always) var sex: Sex { facts.pointee.sex }
  @inline(__always) var diabetes: Diabetes { facts.pointee.diabetes }
  @inline(__always) var dialysis: Dialysis { facts.pointee.dialysis }
  @inline(__always) var ln: SharedLogarithms { facts.pointee.ln }
  @inline(__always) var waist: CensoredBounds { facts.pointee.waist }
  @inline(__always) var systolic: CensoredBounds { facts.pointee.systolic }
  @inline(__always) var diastolic: CensoredBounds { facts.pointee.diastolic }
  @inline(__always) var reportedGlucose: ReportedValue { facts.pointee.glucose }
  @inline(__always) var glucoseAfterLoad: ReportedValue { facts.pointee.glucoseAfterLoad }
  @inline(__always) var reportedTriglyceride: ReportedValue { facts.pointee.triglyceride }
  @inline(__always) var hdl: ReportedValue { facts.pointee.hdl }
  @inline(__always) var bodyMassIndex: Double? { facts.pointee.bodyMassIndex }
  @inline(__always) var bodyMassBounds: CensoredBounds { facts.pointee.bodyMassBounds }
  @inline(__always) var filtration: EstimatedGFR? { facts.pointee.filtration }
  @inline(__always) var ownInsulinRefusal: IndexReason { facts.pointee.ownInsulinRefusal }
  @inline(__always) var fastingRefusal: IndexReason { facts.pointee.fastingRefusal }
  @inline(__always) var clearsLessInsulin: Bool { facts.pointee.clearsLessInsulin }
  @inline(__always) var quicki: Double { facts.pointee.quicki }
  @inline(__always) var tyG: Double { facts.pointee.tyG }
  @inline(__always) var metsIR: IndexValue { facts.pointee.metsIR }
  @inline(__always) var albuminuria: PossibleLevels { facts.pointee.albuminuria }
  /// The value of an index of a family.
  @inline(__always) func family(_ place: Int) -> IndexValue { families[place] }
  /// Some of them at once.
  func copyFamilies(_ run: FamilyRun, to values: UnsafeMutableBufferPointer<IndexValue>) {
    let own = UnsafeBufferPointer(start: families + run.from, count: run.count)
    _ = UnsafeMutableBufferPointer(rebasing: values[run.place..<run.place + run.count]).update(fromContentsOf: own)
  }
  /// What several definitions of the metabolic syndrome ask alike.
  @inline(__always) var common: CommonCriteria { criteria.pointee }

  /// All of a value.
  @inline(__always) func lab(_ analyte: Analyte) -> LabValue { labs[analyte.ordinal] }
  /// The value in canonical units, or nil where missing.
  @inline(__always) func value(_ analyte: Analyte) -> Double? {
    present.contains(analyte) ? labs[analyte.ordinal].value : nil
  }
  /// The value in a published unit, or nil where missing.
  @inline(__always) func value(in unit: PublishedUnit) -> Double? {
    present.contains(unit.analyte) ? published[unit.rawValue] : nil
  }
  /// Whether it is measured, censored or missing.
  @inline(__always) func status(_ analyte: Analyte) -> ValueStatus { labs[analyte.ordinal].status }
  /// The code of a covariate; 0 is unknown.
  @inline(__always) func code(_ covariate: Covariate) -> UInt8 { codes[covariate.ordinal] }
  /// A yes-or-no covariate.
  @inline(__always) func answer(_ covariate: Covariate) -> Answer { Answer(code: code(covariate)) }
  /// Whether an earlier visit has an eGFR that came about like this one's.
  func hasSameEquation(_ earlier: EarlierVisit) -> Bool {
    guard let own = filtration, let other = earlier.filtration, own.isReported == other.isReported else { return false }
    return !own.isReported || block.egfrEquation[earlier.row] == egfrEquation
  }
  /// Whether the person has diabetes of any kind, as recorded; nil where it is not.
  @inline(__always) var hasDiabetes: Bool? { diabetes == .unknown ? nil : diabetes != .none }
  /// Known to be on haemodialysis or peritoneal dialysis.
  @inline(__always) var isOnDialysis: Bool { dialysis == .haemodialysis || dialysis == .peritoneal }
  /// Whether a drug is taken that lowers glucose, insulin not counted.
  @inline(__always) var glucoseDrug: Answer {
    Answer.glucoseDrug(
      answer(.drugGlucose), metformin: answer(.drugMetformin), glitazone: answer(.drugGlitazone))
  }
}

extension Index {
  /// The index of one visit.
  public static func compute(_ visit: PanelRow) -> IndexValue { compute(IndexVisit(visit)) }
}

extension Syndrome {
  /// The definition applied to one visit.
  public static func evaluate(_ visit: PanelRow) -> SyndromeValue { evaluate(IndexVisit(visit)) }
}

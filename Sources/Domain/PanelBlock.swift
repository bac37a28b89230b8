/// What is known of one laboratory value in a block.
public enum ValueStatus: UInt8, Sendable {
  /// No value.
  case missing
  /// A measured value.
  case measured
  /// Reported as below a limit; the value stands at half the limit (see `Censoring`).
  case belowLimit
  /// Reported as above a limit; the value stands at the limit.
  case aboveLimit
}

/// The rule by which a censored result enters a computation. The raw text is always kept.
public enum Censoring {
  /// `<L` is computed with as L/2 (half the limit; Hornung and Reed 1990, doi 10.1080/1047322X.1990.10389587).
  public static let belowLimitFraction = 0.5
  /// `>L` is computed with as L, the least that is known to be true.
  public static let aboveLimitFraction = 1.0
}

/// One laboratory value of a visit.
public struct LabValue: Sendable, Equatable {
  /// In canonical units; NaN where missing.
  public var value: Double
  /// The number as reported, in the reported unit: criteria compare in the unit in which a value was reported.
  public var reported: Double
  /// The place of the reported unit in `AnalyteInfo.units`.
  public var unit: UInt8
  /// What is known of it.
  public var status: ValueStatus

  /// All parts at once.
  public init(value: Double, reported: Double, unit: UInt8 = 0, status: ValueStatus = .measured) {
    self.value = value
    self.reported = reported
    self.unit = unit
    self.status = status
  }

  /// No value.
  public static let missing = LabValue(value: .nan, reported: .nan, status: .missing)
}

/// The identity of a visit inside a block.
public struct VisitIdentity: Sendable, Hashable {
  /// The store's number of the visit.
  public var row: Int64
  /// The study number of the patient (1, 2, ...), given at first ingestion.
  public var patient: Int64
  /// 1 for the baseline visit, then 2, 3, ... in the order of date and label.
  public var ordinal: Int
  /// Days since the patient's baseline; nil where no date is known.
  public var day: Int?
  /// The key of the visit's random stream, from the seed, the patient's identifier and the visit.
  public var randomKey: UInt64

  /// All parts at once.
  public init(row: Int64, patient: Int64, ordinal: Int, day: Int?, randomKey: UInt64) {
    self.row = row
    self.patient = patient
    self.ordinal = ordinal
    self.day = day
    self.randomKey = randomKey
  }

  /// The study number as it is printed, as `P00001`.
  public var patientKey: String { StudyNumber.text(patient) }
}

/// The name of a patient outside the private folder.
public enum StudyNumber {
  /// As `P00001`; longer where there are more than 99,999 patients.
  public static func text(_ number: Int64) -> String {
    let digits = String(number)
    return "P" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// The number of a text like `P00001`.
  public static func number(_ text: some StringProtocol) -> Int64? {
    guard text.hasPrefix("P"), text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int64(text.dropFirst())
  }
}

/// Labs and covariates of at most 4,096 visits: the unit in which stages take their input. What is known of one visit lies
/// side by side, since indices and the mechanism read visit by visit.
public struct PanelBlock: Sendable {
  /// The largest block.
  public static let capacity = 4096

  /// Who and when.
  public var visits: [VisitIdentity]
  /// Age in years; NaN where unknown.
  public var age: [Double]
  /// How the reported eGFR was computed, where the source says so; empty where not.
  public var egfrEquation: [String]
  /// By visit, then `Analyte.ordinal`.
  @usableFromInline var labs: [LabValue]
  /// What is known of them by visit; whoever puts a value in `labs` puts it here too.
  @usableFromInline var sets: [LabSets]
  /// Codes by visit, then `Covariate.ordinal`; 0 is unknown.
  @usableFromInline var codes: [UInt8]

  /// A block for these visits with everything missing.
  public init(visits: [VisitIdentity]) {
    self.visits = visits
    age = Array(repeating: .nan, count: visits.count)
    egfrEquation = Array(repeating: "", count: visits.count)
    labs = Array(repeating: .missing, count: visits.count * Analyte.count)
    sets = Array(repeating: LabSets(), count: visits.count)
    codes = Array(repeating: 0, count: visits.count * Covariate.count)
  }

  /// The number of visits.
  @inlinable public var count: Int { visits.count }

  /// A laboratory value of the visit in a row.
  @inlinable public subscript(analyte: Analyte, row: Int) -> LabValue {
    get { labs[row * Analyte.count + analyte.ordinal] }
    set { setLab(newValue, ordinal: analyte.ordinal, row: row) }
  }

  /// All laboratory values of the visit in a row, by `Analyte.ordinal`.
  @inlinable public func labs(row: Int) -> ArraySlice<LabValue> {
    labs[row * Analyte.count..<(row + 1) * Analyte.count]
  }

  /// What is known of the laboratory values of the visit in a row.
  @inlinable public func sets(row: Int) -> LabSets { sets[row] }

  /// Puts all laboratory values of the visit in a row where `place` points, by `Analyte.ordinal`.
  /// - Precondition: the row is one of the block's.
  @inlinable public func copyLabs(row: Int, to place: UnsafeMutablePointer<LabValue>) {
    precondition(row >= 0 && (row + 1) * Analyte.count <= labs.count, "no such row")
    labs.withUnsafeBufferPointer { labs in
      let own = UnsafeBufferPointer(rebasing: labs[row * Analyte.count..<(row + 1) * Analyte.count])
      _ = UnsafeMutableBufferPointer(start: place, count: Analyte.count).update(fromContentsOf: own)
    }
  }

  /// The same for the codes of its covariates, by `Covariate.ordinal`.
  @inlinable public func copyCodes(row: Int, to place: UnsafeMutablePointer<UInt8>) {
    precondition(row >= 0 && (row + 1) * Covariate.count <= codes.count, "no such row")
    codes.withUnsafeBufferPointer { codes in
      let own = UnsafeBufferPointer(rebasing: codes[row * Covariate.count..<(row + 1) * Covariate.count])
      _ = UnsafeMutableBufferPointer(start: place, count: Covariate.count).update(fromContentsOf: own)
    }
  }

  /// The code of a covariate of the visit in a row; 0 is unknown.
  @inlinable public subscript(covariate: Covariate, row: Int) -> UInt8 {
    get { codes[row * Covariate.count + covariate.ordinal] }
    set { codes[row * Covariate.count + covariate.ordinal] = newValue }
  }

  /// Puts a laboratory value in the place of an analyte's ordinal.
  @inlinable public mutating func setLab(_ lab: LabValue, ordinal: Int, row: Int) {
    labs[row * Analyte.count + ordinal] = lab
    sets[row].put(lab, ordinal)
  }

  /// Puts a code in the place of a covariate's ordinal.
  @inlinable public mutating func setCode(_ code: UInt8, ordinal: Int, row: Int) {
    codes[row * Covariate.count + ordinal] = code
  }

  /// A block of some of its visits, in the order of `rows`.
  public func selecting(_ rows: [Int]) -> PanelBlock {
    var part = PanelBlock(visits: rows.map { visits[$0] })
    part.age = rows.map { age[$0] }
    part.egfrEquation = rows.map { egfrEquation[$0] }
    part.labs = rows.flatMap { labs[$0 * Analyte.count..<($0 + 1) * Analyte.count] }
    part.sets = rows.map { sets[$0] }
    part.codes = rows.flatMap { codes[$0 * Covariate.count..<($0 + 1) * Covariate.count] }
    return part
  }

  /// One visit of the block.
  @inlinable public subscript(row: Int) -> PanelRow { PanelRow(block: self, row: row) }
}

/// One visit of a block, read like a record.
public struct PanelRow: Sendable {
  /// The block it stands in.
  public let block: PanelBlock
  /// Its place there.
  public let row: Int

  /// A view of row `row`.
  @inlinable public init(block: PanelBlock, row: Int) {
    self.block = block
    self.row = row
  }

  /// The value in canonical units, or nil where missing.
  @inlinable @inline(__always) public func value(_ analyte: Analyte) -> Double? {
    let lab = block[analyte, row]
    return lab.status == .missing ? nil : lab.value
  }

  /// The number and the unit in which it was reported, or nil where missing.
  public func reported(_ analyte: Analyte) -> (value: Double, unit: UnitConversion)? {
    let lab = block[analyte, row]
    guard lab.status != .missing else { return nil }
    return (lab.reported, AnalyteInfo.all[analyte.ordinal].units[Int(lab.unit)])
  }

  /// Whether it is measured, censored or missing.
  @inlinable @inline(__always) public func status(_ analyte: Analyte) -> ValueStatus { block[analyte, row].status }

  /// The code of a covariate; 0 is unknown.
  @inlinable @inline(__always) public func code(_ covariate: Covariate) -> UInt8 { block[covariate, row] }

  /// A yes-or-no covariate.
  @inlinable @inline(__always) public func answer(_ covariate: Covariate) -> Answer {
    Answer(code: code(covariate))
  }

  /// See `Answer.glucoseDrug`.
  @inlinable public var glucoseDrug: Answer {
    .glucoseDrug(answer(.drugGlucose), metformin: answer(.drugMetformin), glitazone: answer(.drugGlitazone))
  }

  /// A drug that is known to be taken, or not; where nobody takes any that lowers glucose no metformin and no glitazone.
  public func drug(_ covariate: Covariate) -> Answer {
    let isGlucoseDrug = covariate == .drugMetformin || covariate == .drugGlitazone
    return isGlucoseDrug && answer(covariate) == .unknown && glucoseDrug == .no ? .no : answer(covariate)
  }

  /// Age in years, or nil.
  @inlinable public var age: Double? { block.age[row].isNaN ? nil : block.age[row] }
  /// Sex.
  @inlinable public var sex: Sex { Sex(rawValue: code(.sex)) ?? .unknown }
  /// Diabetes.
  @inlinable public var diabetes: Diabetes { Diabetes(rawValue: code(.diabetes)) ?? .unknown }
  /// Dialysis modality.
  @inlinable public var dialysis: Dialysis { Dialysis(rawValue: code(.dialysis)) ?? .unknown }
  /// Identity.
  @inlinable public var visit: VisitIdentity { block.visits[row] }
}

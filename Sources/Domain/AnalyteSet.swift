/// A set of analytes as bits by ordinal: what is missing, censored or no number among the inputs of an index is then one
/// operation.
public struct AnalyteSet: ExpressibleByArrayLiteral, Sendable, Equatable {
  /// The bits.
  public var bits: UInt64

  /// A set from its bits.
  @inlinable @inline(__always) public init(bits: UInt64) {
    precondition(Analyte.count < UInt64.bitWidth, "more analytes than bits")
    self.bits = bits
  }

  @inlinable @inline(__always) public init(arrayLiteral elements: Analyte...) {
    var bits: UInt64 = 0
    for analyte in elements { bits |= Self.bit(analyte.ordinal) }
    self.init(bits: bits)
  }

  /// From one analyte to another in the order of the dictionary, both in it.
  @inlinable @inline(__always) public init(from first: Analyte, through last: Analyte) {
    self.init(bits: (Self.bit(last.ordinal + 1) &- 1) & ~(Self.bit(first.ordinal) &- 1))
  }

  /// The bit of an analyte by ordinal.
  @inlinable @inline(__always) static func bit(_ ordinal: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: ordinal) }

  /// Those of either.
  @inlinable @inline(__always) public func union(_ other: AnalyteSet) -> AnalyteSet {
    AnalyteSet(bits: bits | other.bits)
  }
  /// Those that are not in the other.
  @inlinable @inline(__always) public func subtracting(_ other: AnalyteSet) -> AnalyteSet {
    AnalyteSet(bits: bits & ~other.bits)
  }
  /// Whether both have one in common.
  @inlinable @inline(__always) public func meets(_ other: AnalyteSet) -> Bool { bits & other.bits != 0 }
  /// Whether one is in it.
  @inlinable @inline(__always) public func contains(_ analyte: Analyte) -> Bool {
    bits & Self.bit(analyte.ordinal) != 0
  }
  /// As inputs of an index.
  @inlinable @inline(__always) public var inputs: InputSet { InputSet(analytes: bits) }

  @inlinable @inline(__always) mutating func set(_ ordinal: Int, _ isIn: Bool) {
    bits = bits & ~Self.bit(ordinal) | (isIn ? Self.bit(ordinal) : 0)
  }
}

/// What is known of the laboratory values of a visit at a glance.
public struct LabSets: Sendable, Equatable {
  /// What is there.
  public var present: AnalyteSet = []
  /// What was reported as below or above a limit.
  public var censored: AnalyteSet = []
  /// What is there and is no finite number.
  public var notFinite: AnalyteSet = []

  /// Of a visit without values.
  @inlinable public init() {}

  /// Takes a value in the place of the one before.
  @inlinable @inline(__always) mutating func put(_ lab: LabValue, _ ordinal: Int) {
    present.set(ordinal, lab.status != .missing)
    censored.set(ordinal, lab.status == .belowLimit || lab.status == .aboveLimit)
    notFinite.set(ordinal, lab.status != .missing && !lab.value.isFinite)
  }
}

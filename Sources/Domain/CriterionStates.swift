/// The answers of up to sixteen criteria in the order of their definition, packed into one word: a cohort has millions.
public struct CriterionStates: RandomAccessCollection, ExpressibleByArrayLiteral, Hashable, Sendable {
  @usableFromInline var bits: UInt32 = 0
  @usableFromInline var size: UInt8 = 0

  /// None yet.
  @inlinable public init() {}
  /// These.
  public init(arrayLiteral elements: CriterionState...) { self.init(elements) }
  /// These.
  /// - Precondition: at most sixteen.
  public init(_ states: some Sequence<CriterionState>) {
    for state in states { append(state) }
  }
  /// One answer to all.
  @inlinable public init(repeating state: CriterionState, count: Int) {
    for _ in 0..<count { append(state) }
  }

  /// Four or five.
  @inlinable public init(
    _ first: CriterionState, _ second: CriterionState, _ third: CriterionState, _ fourth: CriterionState,
    _ fifth: CriterionState?
  ) {
    bits =
      UInt32(first.rawValue) | UInt32(second.rawValue) << 2 | UInt32(third.rawValue) << 4
      | UInt32(fourth.rawValue) << 6 | UInt32(fifth?.rawValue ?? 0) << 8
    size = fifth == nil ? 4 : 5
  }

  /// One more.
  /// - Precondition: fifteen at most are there.
  @inlinable public mutating func append(_ state: CriterionState) {
    precondition(size < 16, "more criteria than any definition has")
    bits |= UInt32(state.rawValue) << (2 * UInt32(size))
    size += 1
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { Int(size) }
  @inlinable @inline(__always) public subscript(place: Int) -> CriterionState {
    precondition(place >= 0 && place < Int(size), "no such criterion")
    return CriterionState(rawValue: UInt8(bits >> (2 * UInt32(place)) & 3)) ?? .unknown
  }

  /// How many have this answer: of the two bits of each the upper one says met, the lower one not met.
  @inlinable @inline(__always) public func count(of state: CriterionState) -> Int {
    let (met, notMet) = ((bits & 0xaaaa_aaaa).nonzeroBitCount, (bits & 0x5555_5555).nonzeroBitCount)
    return state == .met ? met : state == .notMet ? notMet : count - met - notMet
  }
}

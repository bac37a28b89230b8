import Domain

/// Indices and syndromes of one visit as bytes, in the order of the catalogue: one row a visit instead of one a value.
///
/// An index: a byte of status (bit 6: a value follows; bit 7: missing inputs follow), a byte of reason, then those. A
/// syndrome: strict, measured, a byte a criterion (strict, and measured four times), and the missing inputs. Numbers are
/// eight bytes, least byte first; a set of inputs is two bytes that say which of its sixteen are not 0, and those, as few inputs
/// are missing at a time.
public struct EncodedScores: Sendable {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - indices: as the catalogue orders them.
  ///   - syndromes: likewise.
  public init(indices: [IndexValue], syndromes: [SyndromeValue]) {
    let room = indices.count * IndexCoding.mostOfIndex + syndromes.count * IndexCoding.mostOfSyndrome
    bytes = ByteWriter.with(room: room) { writer in
      for value in indices { IndexCoding.append(value, to: &writer) }
      for value in syndromes { IndexCoding.append(value, to: &writer) }
      return Array(writer.bytes)
    }
  }
}

/// How `EncodedScores` are written; see there.
enum IndexCoding {
  private static let hasValue: UInt8 = 0x40
  private static let hasMissing: UInt8 = 0x80
  /// As many bytes as one can have: status, reason, number, and a set of inputs with all of its bytes.
  static let mostOfIndex = 2 + 8 + 18
  /// Likewise: two answers, sixteen criteria, a set.
  static let mostOfSyndrome = 2 + 16 + 18

  /// Which catalogue the bytes are of: FNV-1a over its names. Under another one they mean nothing.
  static func mark(_ catalogue: Catalogue) -> Int64 {
    let names = catalogue.indices.map(\.id) + catalogue.syndromes.map { "\($0.id)/\($0.criteria.count)" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in names.joined(separator: " ").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
  }

  static func append(_ value: IndexValue, to bytes: inout ByteWriter) {
    let status =
      value.status.rawValue | (value.value.isNaN ? 0 : hasValue) | (value.missing.isEmpty ? 0 : hasMissing)
    bytes.append(status)
    bytes.append(value.reason.rawValue)
    if !value.value.isNaN { bytes.append(value.value) }
    if !value.missing.isEmpty { append(value.missing, to: &bytes) }
  }

  static func append(_ value: SyndromeValue, to bytes: inout ByteWriter) {
    bytes.append(value.strict.rawValue)
    bytes.append(value.measured.rawValue)
    for place in value.criteria.indices {
      bytes.append(value.criteria[place].rawValue | value.criteriaMeasured[place].rawValue << 4)
    }
    append(value.missing, to: &bytes)
  }

  private static func append(_ inputs: InputSet, to bytes: inout ByteWriter) {
    let start = bytes.end
    bytes.append(UInt8(0))
    bytes.append(UInt8(0))
    bytes.replace(start, with: append(UInt64(truncatingIfNeeded: inputs.rawValue), to: &bytes))
    bytes.replace(start + 1, with: append(UInt64(truncatingIfNeeded: inputs.rawValue >> 64), to: &bytes))
  }

  /// Appends the bytes that are not 0.
  /// - Returns: which they are, bit by bit.
  private static func append(_ part: UInt64, to bytes: inout ByteWriter) -> UInt8 {
    var (rest, which) = (part, UInt8(0))
    while rest != 0 {
      let place = rest.trailingZeroBitCount >> 3
      bytes.append(UInt8(truncatingIfNeeded: rest >> UInt64(8 * place)))
      which |= 1 << UInt8(place)
      rest &= ~(0xFF << UInt64(8 * place))
    }
    return which
  }
}

/// Reads what `IndexCoding` wrote; a database that was changed by hand ends in an error, never in a crash.
struct IndexReader {
  private let bytes: [UInt8]
  private var place = 0
  private let path: String

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  mutating func index() throws -> IndexValue {
    let code = try byte()
    let reason = IndexReason(rawValue: try byte())
    let value = code & 0x40 == 0 ? Double.nan : Double(bitPattern: try number())
    let missing = code & 0x80 == 0 ? InputSet() : try inputs()
    guard let status = IndexStatus(rawValue: code & 0x3F), let reason else { throw impossible }
    return IndexValue(value: value, status: status, reason: reason, missing: missing)
  }

  mutating func syndrome(criteria count: Int) throws -> SyndromeValue {
    guard let strict = SyndromeState(rawValue: try byte()), let measured = SyndromeState(rawValue: try byte()) else {
      throw impossible
    }
    var criteria = CriterionStates()
    var criteriaMeasured = CriterionStates()
    for _ in 0..<count {
      let code = try byte()
      guard let first = CriterionState(rawValue: code & 0xF), let second = CriterionState(rawValue: code >> 4) else {
        throw impossible
      }
      criteria.append(first)
      criteriaMeasured.append(second)
    }
    return SyndromeValue(
      strict: strict, measured: measured, criteria: criteria, criteriaMeasured: criteriaMeasured,
      missing: try inputs())
  }

  /// After the last value nothing may be left.
  func end() throws { guard place == bytes.count else { throw impossible } }

  private mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw impossible }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func inputs() throws -> InputSet {
    let (low, high) = (try byte(), try byte())
    return InputSet(rawValue: UInt128(try part(low)) | UInt128(try part(high)) << 64)
  }

  /// The bytes of a word that are not 0.
  private mutating func part(_ which: UInt8) throws -> UInt64 {
    var (part, rest) = (UInt64(0), which)
    while rest != 0 {
      part |= UInt64(try byte()) << UInt64(8 * rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return part
  }

  private mutating func number() throws -> UInt64 {
    guard place + 8 <= bytes.count else { throw impossible }
    defer { place += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
  }

  private var impossible: RheostatError {
    StoreFailure.impossible("the indices of a visit are not as they were written", path)
  }
}

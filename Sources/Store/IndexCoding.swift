import Domain

/// Indices and syndromes of one visit as bytes, in the order of the catalogue: one row a visit instead of one a value.
///
/// An index: a byte of status (bit 6: a value follows; bit 7: missing inputs follow), a byte of reason, then those. A
/// syndrome: strict, measured, a byte a criterion (strict, and measured four times), and the missing inputs. Numbers are
/// eight bytes, sets of inputs sixteen, least byte first.
public struct EncodedScores: Sendable {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - indices: as the catalogue orders them.
  ///   - syndromes: likewise.
  public init(indices: [IndexValue], syndromes: [SyndromeValue]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10 * indices.count + 16 * syndromes.count)
    for value in indices { IndexCoding.append(value, to: &bytes) }
    for value in syndromes { IndexCoding.append(value, to: &bytes) }
    self.bytes = bytes
  }
}

/// How `EncodedScores` are written; see there.
enum IndexCoding {
  private static let hasValue: UInt8 = 0x40
  private static let hasMissing: UInt8 = 0x80

  /// Which catalogue the bytes are of: FNV-1a over its names. Under another one they mean nothing.
  static func mark(_ catalogue: Catalogue) -> Int64 {
    let names = catalogue.indices.map(\.id) + catalogue.syndromes.map { "\($0.id)/\($0.criteria.count)" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in names.joined(separator: " ").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
  }

  static func append(_ value: IndexValue, to bytes: inout [UInt8]) {
    let status =
      value.status.rawValue | (value.value.isNaN ? 0 : hasValue) | (value.missing.isEmpty ? 0 : hasMissing)
    bytes.append(status)
    bytes.append(value.reason.rawValue)
    if !value.value.isNaN { append(value.value.bitPattern, to: &bytes) }
    if !value.missing.isEmpty { append(value.missing, to: &bytes) }
  }

  static func append(_ value: SyndromeValue, to bytes: inout [UInt8]) {
    bytes.append(value.strict.rawValue)
    bytes.append(value.measured.rawValue)
    for (strict, measured) in zip(value.criteria, value.criteriaMeasured) {
      bytes.append(strict.rawValue | measured.rawValue << 4)
    }
    append(value.missing, to: &bytes)
  }

  private static func append(_ inputs: InputSet, to bytes: inout [UInt8]) {
    append(UInt64(truncatingIfNeeded: inputs.rawValue), to: &bytes)
    append(UInt64(truncatingIfNeeded: inputs.rawValue >> 64), to: &bytes)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
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
    let low = try number()
    return InputSet(rawValue: UInt128(low) | UInt128(try number()) << 64)
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

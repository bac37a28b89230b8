/// A stream of numbers from a seed (SplitMix64; Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195), so that every case
/// of a fuzz run can be made again from its number alone.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}

/// Damage done to a file.
enum Mutation: CaseIterable {
  case flipBits, setByte, truncate, cutHead, deleteSpan, duplicateSpan, multiplySpan, swapSpans, insertStructure,
    insertNull,
    invalidText, insertNumber

  /// What gives a file of values or a mapping its form.
  private static let structure = [
    ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\n\n", " ", "\u{FEFF}", "=", "[", "]", "{", "}", "#", "'", "\\",
    "\"\"\"",
    ".", "<", ">", "NA", "-9", "\u{2028}", "\u{301}", "\\u0000", "[[a]]", "a.b.c = 1\n",
  ]
  /// Overlong, unfinished, surrogate, above the last character, and marks of other encodings.
  private static let noUTF8: [[UInt8]] = [
    [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xFF, 0xFE],
    [0xFE, 0xFF],
    [0xF0, 0x9F],
  ]
  private static let numbers = [
    "1e999", "-0", "1e-400", "99999999999999999999999999", "0x1p3", "inf", "1_000", "1.2.3", "-9223372036854775808",
    "0.0000000000000000000000000000001", "٣", "1,234,567",
  ]

  func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = random.below(bytes.count + 1)
    let length = min(random.pick([1, 2, 8, 40, 300]), bytes.count - place)
    let span = Array(bytes[place..<place + length])
    switch self {
    case .flipBits: if place < bytes.count { bytes[place] ^= UInt8(1 << random.below(8)) }
    case .setByte: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
    case .truncate: bytes.removeSubrange(place...)
    case .cutHead: bytes.removeSubrange(..<min(place, 40))
    case .deleteSpan: bytes.removeSubrange(place..<place + length)
    case .duplicateSpan: bytes.insert(contentsOf: span, at: place)
    case .multiplySpan:
      // Now and then beyond the longest record taken.
      let times = random.below(100) == 0 ? 4_000 : random.below(50)
      bytes.insert(contentsOf: (0..<times).flatMap { _ in span }, at: place)
    case .swapSpans:
      let other = random.below(bytes.count + 1)
      bytes.removeSubrange(place..<place + length)
      bytes.insert(contentsOf: span, at: min(other, bytes.count))
    case .insertStructure: bytes.insert(contentsOf: Array(random.pick(Self.structure).utf8), at: place)
    case .insertNull: bytes.insert(0, at: place)
    case .invalidText: bytes.insert(contentsOf: random.pick(Self.noUTF8), at: place)
    case .insertNumber: bytes.insert(contentsOf: Array(random.pick(Self.numbers).utf8), at: place)
    }
  }

  /// Bytes with one to four of these done to them. Those that make a file no text at all are rarer, since nothing but
  /// its refusal can follow.
  static func damage(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(4) {
      var mutation = random.pick(allCases)
      if mutation == .insertNull || mutation == .invalidText, random.below(4) > 0 { mutation = .insertStructure }
      mutation.apply(&bytes, &random)
    }
    return bytes
  }
}

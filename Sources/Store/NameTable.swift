/// The places of a few names, found by the bytes that SQLite hands out, without making a string of them: reading a cohort asks
/// for millions. What is compared first are the length and two words, which are the whole of a name of up to sixteen bytes.
struct NameTable: Sendable {
  /// A name as two words and its length; a place of -1 where there is none.
  private struct Slot {
    var place = -1
    var count = 0
    var words: (UInt64, UInt64) = (0, 0)
  }
  private let names: [[UInt8]]
  /// By hash; at most half full.
  private let slots: [Slot]

  /// Of two equal names the first counts.
  init(_ names: [String]) {
    var size = 8
    while size < 2 * names.count { size *= 2 }
    var slots = Array(repeating: Slot(), count: size)
    self.names = names.map { Array($0.utf8) }
    for (place, name) in self.names.enumerated() {
      let words = name.withUnsafeBytes { Self.words($0) }
      var slot = Self.hash(words) & (size - 1)
      while slots[slot].place >= 0, self.names[slots[slot].place] != name { slot = (slot + 1) & (size - 1) }
      if slots[slot].place < 0 { slots[slot] = Slot(place: place, count: name.count, words: words) }
    }
    self.slots = slots
  }

  /// The place of a name, or nil.
  func place(of name: UnsafeRawBufferPointer) -> Int? {
    let words = Self.words(name)
    var slot = Self.hash(words) & (slots.count - 1)
    while slots[slot].place >= 0 {
      let found = slots[slot]
      if found.words == words, found.count == name.count,
        name.count <= 16 || name.elementsEqual(names[found.place])
      {
        return found.place
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The first and the last eight bytes, which overlap where there are fewer than sixteen; of fewer than eight bytes all.
  private static func words(_ name: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    if name.count >= 8 {
      return (
        name.loadUnaligned(as: UInt64.self), name.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
      )
    }
    var word: UInt64 = 0
    for byte in name { word = word << 8 | UInt64(byte) }
    return (word, 0)
  }

  private static func hash(_ words: (UInt64, UInt64)) -> Int {
    let mixed = (words.0 ^ (words.1 << 29 | words.1 >> 35)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 40)
  }
}

/// The same of several lists, each with places of its own, as the units of the analytes: one table of all their names.
struct NameLists: Sendable {
  private let names: NameTable
  private let count: Int
  /// By list, then by place in `names`; -1 where the list has no such name.
  private let places: [Int16]

  /// - Parameter lists: a name may stand in several.
  init(_ lists: [[String]]) {
    var all: [String: Int] = [:]
    for name in lists.joined() where all[name] == nil { all[name] = all.count }
    names = NameTable(all.sorted { $0.value < $1.value }.map(\.key))
    count = all.count
    var places = Array(repeating: Int16(-1), count: lists.count * all.count)
    for (list, words) in lists.enumerated() {
      // From the end, so that of two equal names the first counts.
      for (place, word) in words.enumerated().reversed() {
        all[word].map { places[list * all.count + $0] = Int16(place) }
      }
    }
    self.places = places
  }

  /// The place of a name in a list, or nil.
  func place(of name: UnsafeRawBufferPointer, list: Int) -> Int? {
    guard let found = names.place(of: name) else { return nil }
    let place = places[list * count + found]
    return place < 0 ? nil : Int(place)
  }
}

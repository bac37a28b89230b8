/// The places of a few names, found by the bytes that SQLite hands out, without making a string of them: reading a cohort asks
/// for millions.
struct NameTable: Sendable {
  private let names: [[UInt8]]
  /// Places by hash, -1 where none; at most half full.
  private let slots: [Int]

  /// Of two equal names the first counts.
  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var size = 8
    while size < 2 * names.count { size *= 2 }
    var slots = Array(repeating: -1, count: size)
    for (place, name) in self.names.enumerated() {
      var slot = name.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while slots[slot] >= 0, self.names[slots[slot]] != name { slot = (slot + 1) & (size - 1) }
      if slots[slot] < 0 { slots[slot] = place }
    }
    self.slots = slots
  }

  /// The place of a name, or nil.
  func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = slots[slot]
      if names[place].count == name.count, names[place].elementsEqual(name) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash)
  }
}

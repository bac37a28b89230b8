/// Remembers what short cells came to: a lookup by bytes that makes no String.
///
/// One entry a slot, the newest wins; what it returns depends on the cell alone, never on what was asked before.
final class ByteCache<Value> {
  private struct Entry {
    var key: [UInt8]
    var value: Value
  }
  private var slots: [Entry?] = Array(repeating: nil, count: 512)

  /// The value for a cell, made where it is not known yet.
  @inline(__always)
  func value(_ bytes: CellBytes, make: (CellBytes) -> Value) -> Value {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let slot = Int(hash >> 8 ^ hash) & 511
    if let entry = slots[slot], entry.key.count == bytes.count, entry.key.elementsEqual(bytes) { return entry.value }
    let value = make(bytes)
    if bytes.count <= 128 { slots[slot] = Entry(key: Array(bytes), value: value) }
    return value
  }
}

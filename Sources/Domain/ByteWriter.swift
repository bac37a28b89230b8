/// Bytes written one behind the other into room that was made before: what is done for every value of every visit asks for no
/// memory. Beyond the end of the room it stops the program.
public struct ByteWriter {
  @usableFromInline let room: UnsafeMutableRawBufferPointer
  /// How many are written.
  @usableFromInline var count = 0

  /// Calls `body` with a writer into room for so many bytes.
  /// - Returns: what `body` makes of it.
  public static func with<Result>(room size: Int, _ body: (inout ByteWriter) throws -> Result) rethrows -> Result {
    try withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { room in
      var writer = ByteWriter(room: room)
      return try body(&writer)
    }
  }

  private init(room: UnsafeMutableRawBufferPointer) { self.room = room }

  /// The place behind what is written.
  @inlinable public var end: Int { count }

  /// What is written.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }

  /// One byte.
  @inlinable @inline(__always) public mutating func append(_ byte: UInt8) {
    precondition(count < room.count, "no room for another byte")
    room[count] = byte
    count += 1
  }

  /// Eight bytes, the least first.
  @inlinable @inline(__always) public mutating func append(_ number: UInt64) {
    precondition(count + 8 <= room.count, "no room for another number")
    room.storeBytes(of: number.littleEndian, toByteOffset: count, as: UInt64.self)
    count += 8
  }

  /// The eight bytes of a number, the least first.
  @inlinable @inline(__always) public mutating func append(_ number: Double) { append(number.bitPattern) }

  /// Some bytes.
  @inlinable public mutating func append(contentsOf bytes: some Collection<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Another value for a byte that is written.
  @inlinable @inline(__always) public mutating func replace(_ place: Int, with byte: UInt8) {
    precondition(place < count)
    room[place] = byte
  }
}

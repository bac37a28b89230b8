import Domain
import Testing

@Suite struct ByteWriterTests {
  /// The bytes of 1.5 are those of IEEE 754: 0x3FF8000000000000, the least first.
  @Test func writesTheLeastByteFirst() {
    let bytes = ByteWriter.with(room: 24) { writer in
      writer.append(UInt8(7))
      writer.append(UInt64(0x0102_0304_0506_0708))
      writer.append(1.5)
      writer.append(contentsOf: [9, 10])
      writer.replace(0, with: 8)
      #expect(writer.end == 19)
      return Array(writer.bytes)
    }
    #expect(bytes == [8, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 9, 10])
  }
}

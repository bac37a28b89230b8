import Domain

/// How the bytes of a file are text.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case latin1 = "latin1"

  /// The encoding that a byte order mark at the beginning tells of, and the length of the mark.
  static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return nil
  }
}

/// What decoding found wrong, at a byte of the piece in hand.
struct DecodingFault: Error {
  var offset: Int
}

extension TextEncoding {
  /// Decodes as much of `input` as makes whole characters into UTF-8.
  /// - Parameter last: whether nothing follows, so that an unfinished character is a fault.
  /// - Returns: bytes taken and bytes written. `output` must hold twice the input.
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool, into output: UnsafeMutablePointer<UInt8>
  ) throws(DecodingFault) -> (taken: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    switch self {
    case .utf8:
      let valid = try UTF8Check.wholeCharacters(input, last: last)
      output.update(from: base, count: valid)
      return (valid, valid)
    case .latin1:
      var written = 0
      for byte in input {
        if byte < 0x80 {
          output[written] = byte
          written += 1
        } else {
          output[written] = 0xC0 | byte >> 6
          output[written + 1] = 0x80 | byte & 0x3F
          written += 2
        }
      }
      return (input.count, written)
    case .utf16LittleEndian, .utf16BigEndian: return try decodeUTF16(input, last: last, into: output)
    }
  }

  private func decodeUTF16(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool, into output: UnsafeMutablePointer<UInt8>
  ) throws(DecodingFault) -> (taken: Int, written: Int) {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
      return self == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }
    var index = 0
    var written = 0
    while index + 1 < input.count {
      var code = unit(index)
      var length = 2
      if (0xD800...0xDBFF).contains(code) {
        guard index + 3 < input.count else { break }
        let low = unit(index + 2)
        guard (0xDC00...0xDFFF).contains(low) else { throw DecodingFault(offset: index) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      }
      guard let scalar = Unicode.Scalar(code) else { throw DecodingFault(offset: index) }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        output[written] = byte
        written += 1
      }
      index += length
    }
    if last, index < input.count { throw DecodingFault(offset: index) }
    return (index, written)
  }
}

/// Strict checking of UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// The number of bytes that are whole characters; fewer than given only where the last one is unfinished.
  static func wholeCharacters(_ bytes: UnsafeBufferPointer<UInt8>, last: Bool) throws(DecodingFault) -> Int {
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < count {
      if index + 8 <= count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        index += 8
        continue
      }
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if first == 0xE0 { lowest = 0xA0 }
        if first == 0xED { highest = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if first == 0xF0 { lowest = 0x90 }
        if first == 0xF4 { highest = 0x8F }
      default: throw DecodingFault(offset: index)
      }
      for step in 1..<length {
        guard index + step < count else {
          if last { throw DecodingFault(offset: index) }
          return index
        }
        let byte = bytes[index + step]
        guard byte >= (step == 1 ? lowest : 0x80), byte <= (step == 1 ? highest : 0xBF) else {
          throw DecodingFault(offset: index)
        }
      }
      index += length
    }
    return count
  }
}

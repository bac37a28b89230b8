/// Text from data as HTML text: nothing in it can end a text or a quoted attribute, and nothing in it is invisible.
///
/// `& < > " '` become references. Control characters become their Unicode pictures; characters that turn the direction
/// of writing (Unicode Technical Report 36, section 3.3) or show nothing at all become their number in brackets, so that
/// a value cannot pretend to be another. The same text is safe between tags and inside a quoted attribute.
enum HTMLEscaping {
  /// Appends the escaped text.
  static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    // Nearly all text is plain ASCII, which goes in as it is.
    let plain = text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard utf8.allSatisfy(isPlain) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if plain != true { appendScalars(text, to: &bytes) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private static func appendScalars(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append(literal: "&amp;", to: &bytes)
      case "<": append(literal: "&lt;", to: &bytes)
      case ">": append(literal: "&gt;", to: &bytes)
      case "\"": append(literal: "&quot;", to: &bytes)
      case "'": append(literal: "&#39;", to: &bytes)
      default:
        if scalar.value >= 0x20, scalar.value < 0x7F {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          append(special: scalar, to: &bytes)
        }
      }
    }
  }

  /// Appends bytes known when the program was built.
  static func append(literal: StaticString, to bytes: inout [UInt8]) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Characters that turn the direction of writing, or that nobody sees.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
      0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func append(special scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x00..<0x20: append(picture: 0x2400 + scalar.value, to: &bytes)
    case 0x7F: append(picture: 0x2421, to: &bytes)
    case 0x80..<0xA0, 0xFDD0..<0xFDF0: append(picture: 0xFFFD, to: &bytes)
    case _ where isInvisible(scalar):
      append(literal: "[U+", to: &bytes)
      let digits = String(scalar.value, radix: 16, uppercase: true)
      for _ in digits.utf8.count..<max(4, digits.utf8.count) { bytes.append(UInt8(ascii: "0")) }
      bytes.append(contentsOf: digits.utf8)
      append(literal: "]", to: &bytes)
    default:
      if scalar.value & 0xFFFE == 0xFFFE {
        append(picture: 0xFFFD, to: &bytes)
      } else {
        bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func append(picture value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
  }
}

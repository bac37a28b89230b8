/// Text of a user's file made fit for a message: no control bytes reach a terminal, and nothing is endless.
enum Printable {
  /// Control, format and line-separating characters written as `\u{1B}`, and the whole cut at 120 characters.
  static func text(_ text: some StringProtocol, limit: Int = 120) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "..." }
      count += 1
      if isHarmful(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character does something other than stand there.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// `1 value`, `2 values`.
  static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  /// A number with four significant digits, without locale.
  static func number(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
    var scale = 1.0
    var magnitude = value.magnitude
    while magnitude >= 10_000 {
      magnitude /= 10
      scale /= 10
    }
    while magnitude < 1_000, scale < 1e15 {
      magnitude *= 10
      scale *= 10
    }
    let rounded = scale >= 1 ? (value * scale).rounded() / scale : (value * scale).rounded() * (1 / scale).rounded()
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

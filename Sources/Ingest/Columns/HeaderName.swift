import Domain

/// What a header says: the quantity it names and the unit in it.
struct HeaderName: Equatable {
  var role: ColumnRole
  /// The unit's text where the header holds one.
  var unit: String?

  /// Lower case, with `_`, `-`, `.`, `,`, `/`, `:` and runs of blanks as one blank, and Greek letters of cytokines
  /// written out.
  static func folded(_ text: String) -> String {
    var result = ""
    var pending = false
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "_", "-", ".", ",", "/", ":", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}":
        pending = true
      case "\u{FEFF}": continue
      default:
        if pending, !result.isEmpty { result += " " }
        pending = false
        switch scalar {
        case "\u{3B1}": result += "alpha"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// Understands a header by its exact words, or returns nil: part of a name is never enough.
  /// - Parameter isLong: whether the words of the long layout count, and quantities do not.
  static func read(_ header: String, isLong: Bool) -> HeaderName? {
    let whole = folded(header)
    if let role = HeaderWords.common[whole] { return HeaderName(role: role) }
    if isLong { return HeaderWords.longOnly[whole].map { HeaderName(role: $0) } }
    if let analyte = HeaderWords.analytes[whole] { return HeaderName(role: .lab(analyte)) }
    if let (name, unit) = bracketed(header) {
      let name = folded(name)
      if HeaderWords.common[name] == .age, ["years", "year", "yrs", "yr", "y"].contains(folded(unit)) {
        return HeaderName(role: .age)
      }
      guard let analyte = HeaderWords.analytes[name] else { return nil }
      let looksLikeUnit = UnitSpelling.isUnit(unit) || unit.contains("/") || unit.contains("%")
      return looksLikeUnit ? HeaderName(role: .lab(analyte), unit: unit) : nil
    }
    return suffixed(header)
  }

  /// `Glucose (mg/dL)` or `glucose[mmol/L]`: what stands before and in the last brackets.
  private static func bracketed(_ header: String) -> (String, String)? {
    let text = header.trimmingBlanks()
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard text.last == close, let start = text.firstIndex(of: open), start > text.startIndex else { continue }
      let inner = text[text.index(after: start)...].dropLast()
      return (String(text[..<start]), String(inner).trimmingBlanks())
    }
    return nil
  }

  /// `glucose_mg_dL`: the longest beginning that names a quantity, where all the rest is a unit.
  private static func suffixed(_ header: String) -> HeaderName? {
    let separators: Set<Character> = [" ", "_", "-", ".", ",", "/"]
    let breaks = header.indices.filter { separators.contains(header[$0]) }
    for place in breaks.reversed() {
      guard let analyte = HeaderWords.analytes[folded(String(header[..<place]))] else { continue }
      let rest = String(header[header.index(after: place)...])
      if UnitSpelling.isUnit(rest) {
        let index = UnitSpelling.index(rest, of: analyte)
        return HeaderName(role: .lab(analyte), unit: index.map { analyte.info.units[$0].unit } ?? rest)
      }
    }
    return nil
  }
}

extension String {
  /// Without white space before and after.
  func trimmingBlanks() -> String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

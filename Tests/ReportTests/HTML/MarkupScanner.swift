/// A small independent reader of HTML, for tests: it follows the tokens of the HTML standard (section 13.2.5) far enough
/// to say which tags and attributes a page has, and it objects to anything that a careful writer never makes.
struct MarkupScanner {
  private(set) var tags: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var complaints: [String] = []
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "link", "br"]

  init(_ page: [UInt8]) {
    let scalars = Array(String(decoding: page, as: UTF8.self).unicodeScalars)
    var open: [String] = []
    var index = 0
    func at(_ place: Int) -> Unicode.Scalar { place < scalars.count ? scalars[place] : "\u{0}" }
    func starts(_ word: String, _ place: Int) -> Bool {
      Array(word.unicodeScalars).enumerated().allSatisfy { at(place + $0.offset) == $0.element }
    }
    func name(_ place: inout Int) -> String {
      var result = ""
      while at(place).properties.isAlphabetic || at(place) == "-" || ("0"..."9").contains(at(place)) {
        result.unicodeScalars.append(at(place))
        place += 1
      }
      return result
    }
    while index < scalars.count {
      guard scalars[index] == "<" else {
        let scalar = scalars[index]
        if open.last != "style", scalar == ">" || scalar == "\"" || scalar == "'" {
          complaints.append("bare \(scalar)")
        }
        if open.last != "style", scalar == "&" {
          var end = index + 1
          while end < scalars.count, scalars[end] != ";", end - index < 8 { end += 1 }
          let body = String(String.UnicodeScalarView(scalars[(index + 1)..<min(end, scalars.count)]))
          if !["amp", "lt", "gt", "quot", "#39"].contains(body) { complaints.append("reference &\(body)") }
        }
        if scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value) {
          complaints.append("control \(scalar.value)")
        }
        text.unicodeScalars.append(scalar)
        index += 1
        continue
      }
      if starts("<!DOCTYPE html>", index) {
        index += 15
        continue
      }
      index += 1
      let closing = at(index) == "/"
      if closing { index += 1 }
      let tag = name(&index)
      if tag.isEmpty { complaints.append("stray <") }
      if closing {
        if open.popLast() != tag { complaints.append("</\(tag)> closes another element") }
      } else {
        tags[tag, default: 0] += 1
        while at(index) == " " {
          index += 1
          let attribute = name(&index)
          attributes.insert(attribute)
          guard at(index) == "=", at(index + 1) == "\"" else {
            complaints.append("attribute \(attribute) of \(tag) is not quoted")
            break
          }
          index += 2
          while index < scalars.count, scalars[index] != "\"" {
            if scalars[index] == "<" { complaints.append("< in attribute \(attribute)") }
            index += 1
          }
          index += 1
        }
        if !Self.void.contains(tag) { open.append(tag) }
      }
      if at(index) != ">" { complaints.append("<\(tag) does not end") }
      index += 1
    }
    if !open.isEmpty { complaints.append("left open: \(open)") }
  }
}

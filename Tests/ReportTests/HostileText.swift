import Domain
import Foundation

/// Texts that try to be more than text: markup, formulas, controls, turned writing, very long ones.
enum HostileText {
  static let own: [String] = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>",
    "</style><script>x</script>",
    "</title><script>x</script>", "-->", "<!--", "]]>", "&lt;b&gt;", "&#60;script&#62;", "javascript:alert(1)",
    "\" style=\"position:fixed", "\u{202E}gnp.exe", "\u{2066}hidden\u{2069}", "a\u{0}b", "\u{1B}[31mred",
    "\u{FEFF}\u{200B}",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "\t=1", "\r\n=1", "a,b", "quote\"quote", "line\nline",
    "\u{85}\u{9B}", "\u{FFFE}\u{FFFF}", String(repeating: "x", count: 20_000),
    "z" + String(repeating: "\u{0301}", count: 5_000), "\u{E0041}\u{E0042}",
  ]

  /// Ours, and the Big List of Naughty Strings where the file that `RHEOSTAT_BLNS` names is there.
  static let all: [String] = {
    guard let path = ProcessInfo.processInfo.environment["RHEOSTAT_BLNS"],
      let data = FileManager.default.contents(atPath: path)
    else { return own }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    return own + lines.filter { !$0.hasPrefix("#") }
  }()

  /// A visit with this text in every field that data can reach.
  static func visit(_ text: String) -> SampleRecords.Visit {
    var visit = SampleRecords.wasted[0]
    visit.kept = [text, text]
    visit.phenotype?.reason = text
    visit.phenotype?.reasonCode = text
    visit.phenotype?.guards = [text]
    visit.phenotype?.caveats = [text]
    for analyte in visit.provenance.keys {
      visit.provenance[analyte] = Provenance(
        file: text, row: 1, column: 1, columnName: text, rawText: text, rawUnit: text, factor: 1.5)
    }
    return visit
  }
}

import Mechanism

/// The facts of one part: how many are met, a plot of the measured ones, a row each.
struct FactSection {
  let title, lead: Markdown
  let plot: String
  let facts: [FactResult]
  let explanations: Explanations

  func write(_ page: inout MarkdownPage) {
    page.heading(2, title)
    page.paragraph(lead)
    func count(_ verdict: FactResult.Verdict) -> Int { facts.count { $0.verdict == verdict } }
    page.paragraph(
      "Of \(facts.count) facts \(count(.met)) are met, \(count(.partly)) in part, \(count(.missed)) missed.")
    if facts.contains(where: { $0.deviation != nil }) {
      page.picture("calibration/\(plot).svg", "\(plot) facts: deviations from what was measured")
    }
    page.table(Self.header, facts.map(Self.row))
    let failed = facts.filter { $0.verdict != .met }
    page.list(
      failed.compactMap { one in
        explanations[one.fact.identifier].map { text in
          "**\(one.fact.identifier)** (\(one.verdict.rawValue)): \(text)"
        }
      })
    let open = failed.filter { explanations[$0.fact.identifier] == nil }
    if !open.isEmpty {
      page.paragraph(
        "Without an explanation in `Calibration/explanations.csv`: \(open.map(\.fact.identifier).joined(separator: ", "))."
      )
    }
  }

  static let header: [Markdown] = [
    "fact", "what", "species", "expected", "found: median (5 to 95 %)", "sets that agree", "result", "source",
    "how known",
  ]

  static func row(_ one: FactResult) -> [Markdown] {
    let fact = one.fact
    let species = fact.species == "human" ? "human" : "\(fact.species): direction only"
    let variant = fact.isVariantB ? " (variant B)" : ""
    return [
      "\(fact.identifier)", "\(fact.title)\(variant)", "\(species)", "\(one.expected)",
      "\(one.natural(Interval(one.values)).text())", "\(Figures.percent(one.share))", "\(one.words)",
      SourceLink.markdown(source: fact.source, resource: fact.resource), "\(fact.provenance)",
    ]
  }
}

/// Facts that were never fitted, and why.
struct NeverFittedSection {
  let facts: [FactResult]
  let split: Split

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "Facts that were never fitted")
    let never = facts.filter { $0.part == .never }
    let conflicts = never.filter { $0.fact.use == "conflict" }
    page.paragraph(
      "Facts that contradict others, or one another, and facts with no counterpart in the model. They are held against the "
        + "sample all the same.")
    page.heading(3, "Facts in conflict, and how that was settled")
    page.list(conflicts.map(statement))
    RepeatedSection(facts: facts).write(&page)
    page.heading(3, "Not modelled")
    page.list(
      never.filter { $0.fact.use != "conflict" }.map { one in
        "**\(one.fact.identifier)** \(one.fact.title): \(one.fact.note.isEmpty ? one.fact.use : one.fact.note)."
      })
    page.table(FactSection.header, never.map(FactSection.row))
  }

  /// What a conflict is about, and on which side the sample comes out.
  private func statement(_ one: FactResult) -> Markdown {
    let fact = one.fact
    let rivals = facts.filter { $0.fact.identifier != fact.identifier && Self.names($0.fact.identifier, in: fact.note) }
    let fitted = rivals.filter { $0.part != .never }
    let settled: Markdown
    if rivals.isEmpty {
      settled = "It was left out of the fit."
    } else if fitted.isEmpty {
      settled = "Neither was fitted."
    } else {
      settled = "It was left out, \(Self.list(fitted)) kept (\(Self.parts(fitted)))."
    }
    let others = rivals.map { "\($0.fact.identifier) \(Figures.percent($0.share))" }.joined(separator: ", ")
    let against: Markdown = rivals.isEmpty ? "" : "; of its rivals: \(others)"
    return
      "**\(fact.identifier)** \(fact.title), expected \(one.expected), \(fact.species) (\(fact.source)): \(fact.note). "
      + settled + " Sets that agree with it: \(Figures.percent(one.share))" + against + "."
  }

  /// Whether a note names a fact: itself, or all facts of its number (F24 is F24.1 and F24.2).
  static func names(_ identifier: String, in note: String) -> Bool {
    let number = identifier.prefix { $0 != "." }
    let words = note.split { !($0.isLetter || $0.isNumber || $0 == ".") }
    return words.contains { $0 == identifier || $0 == number }
  }

  private static func list(_ facts: [FactResult]) -> String { facts.map(\.fact.identifier).joined(separator: ", ") }

  private static func parts(_ facts: [FactResult]) -> String {
    [Split.Part.training, .test].filter { part in facts.contains { $0.part == part } }.map(\.rawValue)
      .joined(separator: ", ")
  }
}

import Engine
import Mechanism

/// What the numbers of facts met are worth: the same facts under a model in which nothing ever changes, and how often the
/// model's effect is smaller than the measured one.
struct YardstickSection {
  let facts: [FactResult]

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "How much that says")
    page.paragraph(
      "Two deviations are wide: many facts would be met by a model in which nothing ever changes. The table counts measured "
        + "ratios. An effect is counted as smaller where the measured change is above a tenth and the median of the sets is "
        + "nearer to no change, or on its other side.")
    let parts: [(Markdown, Split.Part)] = [("training", .training), ("held out", .test)]
    page.table(
      [
        "facts", "measured ratios", "met", "would be met if nothing changed", "median within one deviation",
        "effect smaller than measured", "measured value within the sets' 5 to 95 %",
      ],
      parts.map { name, part in
        let members = facts.filter { $0.part == part && $0.fact.comparison.measure == .log2Ratio }
        let measured = members.compactMap(Measured.init)
        let large = measured.filter { abs($0.expected) > Self.tenth }
        return [
          name, "\(measured.count)", "\(measured.count { $0.result.verdict == .met })",
          "\(measured.count { $0.result.isMetByNoChange })",
          "\(measured.count { abs($0.found.median - $0.expected) <= $0.deviation })",
          "\(large.count { $0.found.median / $0.expected < 1 }) of \(large.count)",
          "\(measured.count { $0.found.low <= $0.expected && $0.expected <= $0.found.high })",
        ]
      })
    directions(&page, parts)
    fixed(&page)
    repeated(&page)
  }

  /// ln 1.1.
  private static let tenth = Elementary.logarithm(1.1)

  /// A fact of which the size is known, as natural logarithms.
  private struct Measured {
    let result: FactResult
    let expected, deviation: Double
    let found: Interval

    init?(_ result: FactResult) {
      guard case .value(let value, let deviation) = result.fact.known else { return nil }
      self.result = result
      self.deviation = deviation
      expected = Elementary.logarithm(value)
      found = Interval(result.values)
    }
  }

  private func directions(_ page: inout MarkdownPage, _ parts: [(Markdown, Split.Part)]) {
    page.table(
      ["facts", "direction up or down: met", "no change seen: met"],
      parts.map { name, part in
        func met(_ none: Bool) -> Markdown {
          let members = facts.filter { one in
            guard one.part == part, case .direction(let direction) = one.fact.known else { return false }
            return (direction == .none) == none
          }
          return "\(members.count { $0.verdict == .met }) of \(members.count)"
        }
        return [name, met(false), met(true)]
      })
  }

  private func fixed(_ page: inout MarkdownPage) {
    let fixed = facts.filter { $0.part != .never && $0.isFixed }
    guard !fixed.isEmpty else { return }
    page.paragraph(
      "In these every set gives the same number, since the structure has no way from the change to the readout; that they are "
        + "met, or missed, was decided when the network was drawn: "
        + "\(fixed.map { "\($0.fact.identifier) (\($0.verdict.rawValue))" }.joined(separator: ", ")).")
  }

  private func repeated(_ page: inout MarkdownPage) {
    let training = facts.filter { $0.part == .training }
    let repeats = facts.filter { $0.part == .test }.compactMap { one in
      training.first { $0.fact.isSameExperiment(as: one.fact) }.map { (held: one, seen: $0) }
    }
    guard !repeats.isEmpty else { return }
    page.paragraph(
      "These held-out facts are from other papers, but on the model they are the very experiment of a training fact, so that "
        + "they test the paper and not the model: "
        + "\(repeats.map { "\($0.held.fact.identifier) as \($0.seen.fact.identifier) (\($0.held.verdict.rawValue))" }.joined(separator: ", "))."
    )
  }
}

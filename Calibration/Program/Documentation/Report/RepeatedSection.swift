import Mechanism

/// Facts that are the same experiment on the model and were found by different laboratories: how far those are apart, and
/// on which side the sample comes out.
struct RepeatedSection {
  let facts: [FactResult]

  func write(_ page: inout MarkdownPage) {
    let groups = experiments.filter { $0.count > 1 }
    let conflicts = groups.filter(Self.disagree)
    page.heading(3, "The same experiment on the model, found otherwise")
    page.paragraph(
      "\(groups.count) experiments on the model stand for the findings of two papers or more. In \(conflicts.count) these "
        + "disagree: by more than twice the deviation of their difference, or in direction. Those that are marked as left out "
        + "were set aside as the list above says. Of the rest none was dropped: what the split gave to the fit was fitted, "
        + "each with its own deviation, so that the fit itself settles between them and goes to the surer; the others are held "
        + "against the result.")
    page.table(
      ["experiment", "found by the papers", "found by the model: median (5 to 95 %)", "the model agrees with"],
      conflicts.map(Self.row))
  }

  /// The facts by experiment, in the order of the file; what the model cannot have is no rival of anything.
  private var experiments: [[FactResult]] {
    var groups: [[FactResult]] = []
    for one in facts where one.part != .never || one.fact.use == "conflict" {
      if let index = groups.firstIndex(where: { $0[0].fact.isSameExperiment(as: one.fact) }) {
        groups[index].append(one)
      } else {
        groups.append([one])
      }
    }
    return groups
  }

  private static func disagree(_ group: [FactResult]) -> Bool {
    group.indices.contains { first in
      group[(first + 1)...].contains { Fact.disagree(group[first].fact.known, $0.fact.known) }
    }
  }

  private static func row(_ group: [FactResult]) -> [Markdown] {
    let found = group.map {
      "\($0.fact.identifier): \($0.expected) (\($0.part == .never ? "left out" : $0.part.rawValue))"
    }.joined(separator: "; ")
    let met = group.filter { $0.verdict == .met }.map(\.fact.identifier)
    return [
      "\(group[0].fact.title)", "\(found)", "\(group[0].natural(Interval(group[0].values)).text())",
      met.isEmpty ? "none of them" : "\(met.joined(separator: ", "))",
    ]
  }
}

import Mechanism

/// What was known of the held-out facts before: earlier calibrations had other splits and were looked at, so that only
/// facts looked for after the structure had been fixed are new to it.
struct HistorySection {
  /// The held-out facts.
  let facts: [FactResult]
  /// The split of the calibration before this.
  let earlier: Split

  func write(_ page: inout MarkdownPage) {
    page.heading(3, "How far they were unknown")
    page.paragraph(
      "The calibration before this had another split ([split\\_third.csv](../Calibration/split_third.csv)); its failures "
        + "were looked at before the structure was changed. Facts that were looked for only then, by a reader who did not "
        + "know the model's answers, tell most.")
    let rows: [(Markdown, Split.Part?)] = [
      ("new since the calibration before", nil), ("test part of the calibration before, looked at", .test),
      ("training part of the calibration before", .training),
    ]
    page.table(
      ["held-out facts", "number", "met", "in part", "missed"],
      rows.map { words, part in
        let members = facts.filter { earlier[$0.fact.identifier] == part }
        func count(_ verdict: FactResult.Verdict) -> Markdown { "\(members.count { $0.verdict == verdict })" }
        return [words, "\(members.count)", count(.met), count(.partly), count(.missed)]
      })
  }
}

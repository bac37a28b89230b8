import Mechanism

/// What was known of the held-out facts before: a first calibration had another split and was looked at, so that only
/// facts found after it were new to the structure too.
struct HistorySection {
  /// The held-out facts.
  let facts: [FactResult]
  /// The split of the first calibration.
  let first: Split

  func write(_ page: inout MarkdownPage) {
    page.heading(3, "How far they were unknown")
    page.paragraph(
      "The first calibration had another split ([split\\_first.csv](../Calibration/split_first.csv)); its failures were "
        + "looked at before the structure was changed, and priors were moved towards facts of their kind. Of the facts held "
        + "out now, those that were found later tell most.")
    let rows: [(Markdown, Split.Part?)] = [
      ("found after the first calibration", nil), ("test part of the first, looked at", .test),
      ("training part of the first", .training),
    ]
    page.table(
      ["held-out facts", "number", "met", "in part", "missed"],
      rows.map { words, part in
        let members = facts.filter { (try? first.part(of: $0.fact.identifier)) == part }
        func count(_ verdict: FactResult.Verdict) -> Markdown { "\(members.count { $0.verdict == verdict })" }
        return [words, "\(members.count)", count(.met), count(.partly), count(.missed)]
      })
  }
}

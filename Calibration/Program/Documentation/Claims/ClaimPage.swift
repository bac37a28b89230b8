import Mechanism

/// The page of one claim.
struct ClaimPage {
  let results: ClaimResults
  let literature: [Finding]
  let references: [ReviewReference]
  let words: ExperimentWords
  let explanation: String?
  /// What is followed over days, where the page shows it.
  var courses: CourseSection?

  private var claim: Claim { results.claim }

  func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "\(claim.identifier)")
    page.paragraph("\(claim.statement)")
    page.paragraph(
      "Written by `calibrate claims`; not edited by hand. [All claims](index.md). The model is a hypothesis: that it "
        + "agrees with the review is no evidence that the review is right.")
    page.table(
      ["", ""],
      [
        ["Section of the review", "\(claim.section)"], ["Tissue", "\(claim.tissue)"],
        ["Standing", "\(claim.standing.rawValue)"],
        ["Basis", "\(results.basis.isEmpty ? Figures.none : results.basis)"],
        ["Result", "\(results.status)"], ["Perturbation", "\(claim.perturbation)"], ["Readout", "\(claim.readout)"],
        ["Expected", "\(claim.expected)"],
      ].filter { $0[1] != "" } + (claim.note.isEmpty ? [] : [["Note", "\(claim.note)"]]))
    review(&page)
    simulated(&page)
    found(&page)
    courses?.write(&page)
    page.heading(2, "Literature")
    findings(&page, "For", "for")
    findings(&page, "Against", "against")
    findings(&page, "Besides", "context")
    if !literature.contains(where: { $0.claim == claim.identifier }) {
      page.paragraph("None was looked for: `Calibration/literature.csv` has no row.")
    }
    return page.bytes
  }

  private func review(_ page: inout MarkdownPage) {
    page.heading(2, "The review's references")
    let numbers = ReviewReference.numbers(claim.references)
    page.table(
      ["number", "citation", "how known"],
      numbers.map { number in
        let reference = references.first { $0.number == String(number) }
        return [
          "\(number)",
          reference.map { SourceLink.markdown(source: $0.citation, resource: $0.resource) } ?? "\(Figures.none)",
          "\(reference?.provenance ?? "")",
        ]
      })
    if numbers.isEmpty { page.paragraph("The review names none.") }
  }

  private func simulated(_ page: inout MarkdownPage) {
    page.heading(2, "What was simulated")
    guard results.hasPlot else {
      page.paragraph("Nothing: \(results.reason).")
      return
    }
    for experiment in results.experiments {
      page.paragraph("**\(experiment.identifier)** \(experiment.title)")
      let items = words.items(experiment.identifier)
      let repeatsInput = results.readouts.contains { $0.a.title == experiment.title && $0.a.basis == .byConstruction }
      if !items.isEmpty {
        page.list(items)
      } else if repeatsInput {
        page.list([
          "The population model or the mapping gives it: it repeats an input, and says nothing of the mechanism."
        ])
      } else {
        page.list([
          "A whole person under every parameter set, without error of the laboratory: habitual state, clamp, class. "
            + "Resistant is above the healthy 90th centile of the same set."
        ])
      }
    }
    page.paragraph(
      "Names in capitals are sets of changes, and backgrounds are stated persons: both stand in the [index](index.md).")
  }

  private func found(_ page: inout MarkdownPage) {
    guard results.hasPlot else { return }
    page.heading(2, "What was found")
    page.picture("plots/\(claim.identifier).svg", "Results of \(claim.identifier) over the ensemble")
    if results.sweeps.contains(where: { $0.experiment.comparison.measure == .optimum }) {
      page.paragraph(
        "The curve is the insulin response, so an optimum of it is the bottom of a U of insulin resistance. The dashed "
          + "line is the height that both ends must not reach; the marks on top are where the largest response lies. Where the variants agree, their curves lie on one another."
      )
    }
    page.table(
      [
        "experiment", "readout", "measure", "expected", "A: median (5 to 95 %)", "A: sets that agree",
        "B: median (5 to 95 %)", "B: sets that agree", "prior draws that agree (A)", "basis", "status (A, B)",
      ],
      results.readouts.map(row))
    page.paragraph(
      "A and B are the structural variants: in B the feedback in adipose tissue is turned round. A readout counts as "
        + "agreeing when at least 95 % of the sets do: the right sign and at least 0.1 (log2), at most 0.05 for none, at "
        + "least 0.01 for a difference; for an optimum, both ends at least 0.1 (log2) below it. Optima are given as log2 "
        + "of the factor.")
    let broken = results.brokenByDesign
    if let first = broken.first {
      page.paragraph(
        "Not held against variant B (\(first.note)): \(.joined(broken.map { .code($0.readout) }, by: ", ")).")
    }
    if let explanation { page.paragraph("**Why it comes out so.** \(explanation)") }
  }

  private func row(_ readout: ReadoutResult) -> [Markdown] {
    let (a, b) = (readout.a, readout.b)
    func interval(_ result: ExperimentResult) -> String {
      Interval(low: result.low, median: result.found, high: result.high).text(Figures.fixed)
    }
    let status = a.status == b.status ? a.status.rawValue : "\(a.status.rawValue), \(b.status.rawValue)"
    return [
      "\(a.experiment)", "\(code: a.readout)", "\(a.metric)", "\(a.expected)", "\(interval(a))",
      "\(Figures.percent(a.shareAgree))", "\(interval(b))", "\(Figures.percent(b.shareAgree))",
      "\(Figures.percent(a.sharePrior))", "\(a.basis?.rawValue ?? "")", "\(status)",
    ]
  }

  private func findings(_ page: inout MarkdownPage, _ title: Markdown, _ stance: String) {
    let rows = literature.filter { $0.claim == claim.identifier && $0.stance == stance }
    guard !rows.isEmpty else { return }
    page.heading(3, title)
    page.table(
      ["finding", "species", "source", "how known"],
      rows.map {
        [
          "\($0.finding)", "\($0.species)", SourceLink.markdown(source: $0.source, resource: $0.resource),
          "\($0.provenance)",
        ]
      })
  }
}

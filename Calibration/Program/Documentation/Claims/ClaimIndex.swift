import Domain
import Mechanism

/// The page that lists all claims.
struct ClaimIndex {
  let results: [ClaimResults]
  let setCount: Int
  let words: ExperimentWords
  let backgrounds, clamps: DataFile

  func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "The review's claims in the model")
    page.paragraph(
      "Written by `calibrate claims` over the \(setCount) parameter sets of the ensemble; not edited by hand. The claims "
        + "are data: [claims.csv](../../Sources/Mechanism/Experiments/claims.csv), "
        + "[experiments.csv](../../Sources/Mechanism/Experiments/experiments.csv). The same experiments run with "
        + "`rheostat experiments`.")
    page.paragraph(
      "The model is a hypothesis put into equations. Agreement with the review is no validation: what speaks against a "
        + "claim stands on its page.")
    numbers(&page)
    table(&page)
    broken(&page)
    without(&page)
    tables(&page)
    return page.bytes
  }

  private func numbers(_ page: inout MarkdownPage) {
    page.heading(2, "Three numbers")
    let all = results.flatMap(\.results)
    let meaning: [ExperimentResult.Basis: Markdown] = [
      .builtIn: "the calibration saw the claim, or the structure alone gives it in 99 % of the draws of the priors",
      .heldOut: "the calibration did not see it, and the priors do not give it away: predicted",
      .byConstruction: "an input repeated: no evidence for the mechanism",
    ]
    let counts = zip(AgreementCount.all(all), AgreementCount.all(all, variant: "B"))
    page.table(
      ["basis", "what it means", "readouts that agree, variant A", "variant B"],
      counts.map { a, b in
        [
          "\(a.basis.rawValue)", meaning[a.basis] ?? "", "\(a.agreeing) of \(a.total)", "\(b.agreeing) of \(b.total)",
        ]
      })
    page.paragraph(
      "Readouts that agree with the review in at least 95 % of the sets; disputed claims and what variant B breaks by "
        + "design are not counted. That all training readouts agree in A is no finding: the sets were chosen so "
        + "([the condition](../calibration.md#the-condition-on-the-claims)). What speaks is the second row, less what is said "
        + "of it in the [calibration](../calibration.md#the-reviews-claims).")
  }

  private func table(_ page: inout MarkdownPage) {
    page.heading(2, "All claims")
    page.table(
      ["claim", "statement", "tissue", "standing", "basis", "readouts that agree in A", "in B", "result"],
      results.map { one in
        [
          .link(one.claim.identifier, to: one.claim.identifier + ".md"), "\(one.claim.statement)",
          "\(one.claim.tissue)", "\(one.claim.standing.rawValue)", "\(one.basis.isEmpty ? Figures.none : one.basis)",
          "\(one.share(variantB: false))", "\(one.share(variantB: true))", "\(one.status)",
        ]
      })
  }

  private func broken(_ page: inout MarkdownPage) {
    page.heading(2, "What variant B breaks by design")
    let broken = results.flatMap(\.brokenByDesign)
    page.paragraph(
      broken.isEmpty
        ? "Nothing was found."
        : "The sign of the feedback in human adipose tissue is not settled, so the model carries two variants. In B it is "
          + "turned round; these readouts are shown for B and not held against it.")
    page.list(
      broken.map { result in
        "[\(result.claim)](\(result.claim).md) \(code: result.readout): \(result.title); sets that agree in B: \(Figures.percent(result.shareAgree))"
      })
  }

  private func without(_ page: inout MarkdownPage) {
    page.heading(2, "What is not counted")
    let apart = results.filter { $0.claim.standing != .claimed || $0.readouts.isEmpty }
    page.table(
      ["claim", "standing", "why"],
      apart.map { one in
        var reasons = [one.claim.note]
        if one.readouts.isEmpty && one.claim.standing != .openQuestion { reasons.append(one.reason) }
        if one.claim.standing == .inputRegression { reasons.append("repeats an input: no evidence for the mechanism") }
        if one.claim.standing == .disputed { reasons.append("contrary work is known, and stands on its page") }
        return [
          .link(one.claim.identifier, to: one.claim.identifier + ".md"), "\(one.claim.standing.rawValue)",
          "\(reasons.filter { !$0.isEmpty }.joined(separator: "; "))",
        ]
      })
  }

  /// What the pages of the claims refer to.
  private func tables(_ page: inout MarkdownPage) {
    page.heading(2, "Sets of changes")
    page.table(
      ["name", "changes", "source"],
      clamps.rows.indices.map { row in
        [
          "\(code: clamps.value(row, "clamp"))", words.changes(clamps.value(row, "changes")),
          "\(clamps.value(row, "source"))",
        ]
      })
    page.heading(2, "Backgrounds")
    page.paragraph("What a background does not name is the reference man's.")
    page.table(
      ["background", "quantity", "value", "source"],
      backgrounds.rows.indices.map { row in
        [
          "\(code: backgrounds.value(row, "background"))", "\(code: backgrounds.value(row, "quantity"))",
          "\(backgrounds.value(row, "value"))", "\(backgrounds.value(row, "source"))",
        ]
      })
  }
}

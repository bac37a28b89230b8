import Mechanism

/// The review's claims: how many readouts agree, and what that is worth.
struct ClaimSection {
  /// Results over the ensemble that ships.
  let results: [ExperimentResult]
  let setCount: Int
  /// The splits of the first two calibrations, the later first; the third split the claims as this one does.
  let earlier: [Split]

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "The review's claims")
    page.paragraph(
      "Readouts that agree in at least 95 % of the \(setCount) sets of the ensemble; disputed claims, and what variant B "
        + "breaks by design, are not counted. A page a claim: [docs/claims](claims/index.md).")
    page.table(
      ["basis", "variant A", "variant B"],
      zip(AgreementCount.all(results), AgreementCount.all(results, variant: "B")).map { a, b in
        ["\(a.basis.rawValue)", "\(a.agreeing) of \(a.total)", "\(b.agreeing) of \(b.total)"]
      })
    page.paragraph(
      "That the training readouts agree is the condition by which the sets were chosen, in variant A, and no finding; before "
        + "it, they did in as many sets as [the condition](#the-condition-on-the-claims) says. The readouts of P02.1, a "
        + "person's class, were not part of it: they came to agree when laboratory error was counted once "
        + "([decision 0009](decisions/0009-usual-values.md)), after they had been seen to fail.")
    heldOut(&page)
  }

  private func heldOut(_ page: inout MarkdownPage) {
    let held = results.filter { $0.basis == .heldOut && $0.variant == "A" && $0.standing == .claimed }
    guard !held.isEmpty else { return }
    let claims = held.map(\.claim).unique
    func agrees(_ readouts: [ExperimentResult]) -> Int {
      readouts.count { $0.shareAgree >= ExperimentResult.threshold }
    }
    let whole = claims.count { claim in
      held.filter { $0.claim == claim }.allSatisfy { $0.shareAgree >= ExperimentResult.threshold }
    }
    let given = held.count { $0.sharePrior >= ExperimentResult.threshold }
    let unknown = held.filter { $0.sharePrior.isNaN }.map(\.claim).unique
    page.heading(3, "What the held-out claims are worth")
    page.paragraph(
      "Readouts of one claim hang together: of \(claims.count) claims with held-out readouts \(whole) agree as a whole, in "
        + "variant A. \(given) of the \(held.count) readouts agree in 95 % of the draws of the priors as well, before any "
        + "fact."
        + (unknown.isEmpty
          ? ""
          : " Whether the structure alone gives \(unknown.joined(separator: ", ")), whole persons, was not computed.")
        + " None of the claims is new: the first two calibrations had other splits, the third this one, and their failures were "
        + "looked at."
    )
    let ranks: [(Markdown, (Int) -> Bool)] = [
      ("training in the first two calibrations", { $0 == 2 }), ("training in one, test in the other", { $0 == 1 }),
      ("test in both, looked at", { $0 == 0 }),
    ]
    page.table(
      ["held-out claims", "claims", "readouts that agree in A"],
      ranks.map { words, isRank in
        let members = claims.filter { claim in
          isRank(earlier.count { $0[claim] == .training })
        }
        let readouts = held.filter { members.contains($0.claim) }
        return [words, "\(members.count)", "\(agrees(readouts)) of \(readouts.count)"]
      })
  }
}

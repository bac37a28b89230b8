/// What happens without each training fact.
struct LeaveOneOutSection {
  let facts: [FactResult]
  /// What short fits without one fact found, for facts of which the sample cannot tell.
  let fits: [LeftOut]

  func write(_ page: inout MarkdownPage) {
    let left = facts.filter { $0.part == .training }.map { LeaveOneOut($0, among: facts.filter { $0.part != .never }) }
    let told = left.filter(\.reweighting.canTell)
    page.heading(2, "What happens without each fact")
    page.paragraph(
      "Each set of the sample is weighed by one over its likelihood of the fact: the sample is then one of the posterior "
        + "without it. The effective size says how many sets the weights are worth. Below "
        + "\(Figures.percent(Reweighting.leastShare)) of them, as for \(left.count - told.count) of \(left.count) facts, the "
        + "sample cannot tell, and only a fit without the fact can (`calibrate fit --without`): "
        + "\(fitted(left)). Nor does it see "
        + "what no set of it has reached, and facts of one paper stand in for one another. The last column names the other "
        + "measured fact, held out or not, whose mean moves the most, in its own deviations.")
    page.table(
      [
        "left out", "what", "effective size", "expected", "with it", "without it: median (5 to 95 %)", "moves the most",
      ],
      left.map { one in
        let with = one.left.natural(Interval(one.left.values)).text()
        let canTell = one.reweighting.canTell
        let shift = one.shifted.map { "\($0.fact.fact.identifier) by \(Figures.fixed($0.deviations))" } ?? Figures.none
        let untold = canTell ? nil : fits.first { $0.identifier == one.left.fact.identifier }
        return [
          "\(one.left.fact.identifier)", "\(one.left.fact.title)",
          "\(Figures.reading(one.reweighting.effectiveSize.rounded())) of \(one.reweighting.weights.count)",
          "\(one.left.expected)", "\(with)",
          "\(canTell ? one.prediction.text() : untold.map { "\($0.without.text()), by a fit" } ?? "cannot be told this way")",
          "\(canTell ? shift : Figures.none)",
        ]
      })
  }

  /// What the short fits were, in words.
  private func fitted(_ left: [LeaveOneOut]) -> String {
    let untold = left.filter { !$0.reweighting.canTell }.map(\.left.fact.identifier)
    let known = fits.filter { untold.contains($0.identifier) }
    guard let first = known.first else { return "none was run" }
    let same = known.map { "\($0.identifier) \($0.with.text()) and \($0.again.text())" }.joined(separator: ", ")
    let open = untold.filter { name in !known.contains { $0.identifier == name } }
    return
      "short fits of \(first.sets) sets were run for \(known.count) of them, to be read beside two such fits with all facts, "
      + "of two seeds, whose difference is what so short a fit can tell at all: \(same)"
      + (open.isEmpty ? "" : "; none for \(open.joined(separator: ", "))")
  }
}

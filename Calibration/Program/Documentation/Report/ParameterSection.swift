/// What the facts have told of the parameters, and what not.
struct ParameterSection {
  let results: ParameterResults

  /// The file of a group's plot.
  static func plot(_ group: String) -> String { "parameters-\(group.split(separator: " ").first ?? "")" }

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "Parameters: posterior against prior")
    page.paragraph(
      "Contraction is 1 less the variance of the posterior over that of the prior, on the scale on which the prior is "
        + "standard normal: 0 where nothing was learnt, near 1 where much was, below 0 where the posterior is wider.")
    for group in ParameterResult.groups {
      let members = results.parameters.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      page.heading(3, "\(group.prefix(1).uppercased() + group.dropFirst())")
      page.picture("calibration/\(Self.plot(group)).svg", "Posterior against prior: \(group)")
      page.table(
        ["parameter", "what", "prior: median (5 to 95 %)", "posterior: median (5 to 95 %)", "contraction"],
        members.map { one in
          [
            "\(code: one.name)", "\(one.meaning)", "\(one.prior.text())", "\(one.posterior.text())",
            "\(Figures.fixed(one.diagnostic.contraction))",
          ]
        })
    }
    notIdentified(&page)
  }

  private func notIdentified(_ page: inout MarkdownPage) {
    page.heading(2, "What is not identified")
    let open = results.parameters.filter { !$0.isIdentified }
    page.paragraph(
      "Contraction below \(Figures.fixed(ParameterResult.leastContraction)): \(open.count) of \(results.parameters.count) "
        + "parameters are hardly known better than before. What they do not change in the facts they may change in a "
        + "patient; the ensemble carries that.")
    page.list(
      ParameterResult.groups.compactMap { group in
        let names = open.filter { $0.group == group }.map { Markdown.code($0.name) }
        return names.isEmpty ? nil : "\(group): \(.joined(names, by: ", "))"
      })
    let moved = results.parameters.filter { $0.posterior.median < $0.prior.low || $0.posterior.median > $0.prior.high }
    page.heading(3, "Where the posterior has left the prior")
    page.paragraph(
      "The median of the posterior lies outside the middle 90 % of the prior: the facts ask for what was thought unlikely, or "
        + "the structure asks for it in the place of something that it lacks. Contraction does not see this.")
    page.list(
      moved.map {
        "\(code: $0.name) (\($0.meaning)): prior \($0.prior.text()), posterior \($0.posterior.text())"
      })
    page.heading(3, "Pairs that the facts do not tell apart")
    page.paragraph(
      results.correlated.isEmpty
        ? "No pair has a correlation above \(Figures.fixed(PosteriorDiagnostics.correlationLimit)), either way."
        : "Correlation above \(Figures.fixed(PosteriorDiagnostics.correlationLimit)), either way:")
    page.list(
      results.correlated.map { "\(code: $0.first) and \(code: $0.second): \(Figures.fixed($0.correlation))" })
  }
}

import Domain
import Report

/// How the sample was drawn, and what it is worth.
struct SamplerSection {
  let stages: DataFile
  /// The values of `run.csv`; nil for a fit that wrote none.
  let run: [String: String]?
  /// The values of `condition.csv`; nil where the sample was not conditioned on the claims.
  let condition: [String: String]?
  let sets: [[Double]]

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "How the sample was drawn")
    page.paragraph(
      "Sequential Monte Carlo from a Latin hypercube over the priors to the posterior, through rising temperatures: at "
        + "each the sets are weighed by the likelihood, drawn again and moved. `Calibration/README.md` says how to run it."
    )
    if let run {
      let rows = Self.settings.compactMap { name, meaning in run[name].map { (meaning, $0) } }
      page.table(["setting", "value"], rows.map { [$0.0, "\($0.1.isEmpty ? Figures.none : $0.1)"] })
    } else {
      page.paragraph("The fit wrote no `run.csv`: its seed and settings are not recorded.")
    }
    page.heading(3, "Stages")
    let columns: [(String, Markdown)] = [
      ("stage", "stage"), ("temperature", "temperature"), ("effective_sample_size", "effective size of the weights"),
      ("roots", "starting points with descendants"), ("sweeps", "sweeps"),
      ("accepted_random_walk", "accepted: random walk"), ("accepted_differential", "accepted: differential"),
      ("mean_correlation", "mean correlation with before"),
    ]
    page.table(
      columns.map(\.1),
      stages.rows.indices.map { row in
        columns.map { column, _ in
          let value = Double(stages.value(row, column)) ?? .nan
          let isCount = value.rounded() == value || column == "effective_sample_size"
          return "\(isCount ? Figures.reading(value.rounded()) : NumberText.significant(value, 2))"
        }
      })
    worth(&page)
    conditioned(&page)
  }

  private func worth(_ page: inout MarkdownPage) {
    page.heading(3, "Effective sample size")
    guard let run else {
      page.paragraph("The sample holds \(sets.count) sets, \(Set(sets).count) of them different.")
      page.paragraph("How many independent draws they are worth is not recorded: see the stages.")
      return
    }
    page.paragraph(
      "The sample holds \(run["particles"] ?? "") sets, \(run["distinct"] ?? "") of them different. They come from "
        + "\(run["ancestors"] ?? "") families, worth \(Self.number(run["families"])) if each were a single "
        + "draw. By parameter, the sample is worth \(Self.number(run["effective_median"])) independent draws in the median, "
        + "and \(Self.number(run["effective_least"])) for the worst (Lee and Whiteley 2018, "
        + "[doi 10.1093/biomet/asy028](https://doi.org/10.1093/biomet/asy028)).")
    page.paragraph(
      "**So few families mean that the 5 to 95 % of this page, and of a patient, may be too narrow**: the moves carry the sets "
        + "away from their common ancestors, as the correlations show, but nothing in one run tells whether they have reached "
        + "all that the facts allow; see [other seeds](#other-seeds).")
  }

  private func conditioned(_ page: inout MarkdownPage) {
    guard let condition else { return }
    page.heading(3, "The condition on the claims")
    page.paragraph(
      "In \(condition["met"] ?? "") of the \(condition["particles"] ?? "") sets every training readout of a claim agrees in variant A. From "
        + "these as many sets were drawn again, and moved within that condition for \(condition["sweeps"] ?? "") sweeps: "
        + "\(Self.percent(condition["accepted_random_walk"])) of the random walks and "
        + "\(Self.percent(condition["accepted_differential"])) of the differential moves were accepted; mean correlation with "
        + "before \(Self.number(condition["mean_correlation"])), of the slowest parameter "
        + "\(Self.number(condition["greatest_correlation"])). What follows are these sets, \(sets.count) of them, \(Set(sets).count) different; an odd number of them ships."
    )
  }

  private static func percent(_ text: String?) -> String { Figures.percent(text.flatMap(Double.init) ?? .nan) }
  private static func number(_ text: String?) -> String { Figures.reading(text.flatMap(Double.init) ?? .nan) }

  private static let settings: [(String, Markdown)] = [
    ("seed", "seed"), ("particles", "particles"), ("effective_share", "share of the weights that a step keeps"),
    ("sweeps", "sweeps at each temperature"), ("final_sweeps", "sweeps at the end"),
    ("largest_subset", "largest number of parameters that one move changes"),
    ("evaluations", "evaluations of the likelihood"), ("finite_starts", "starting points that could be solved"),
    ("without", "facts or groups of facts left out"),
  ]
}

import Domain
import Statistics

/// What fits from other seeds say: whether one run has found all that the facts allow.
///
/// The potential scale reduction of Gelman and Rubin (1992, doi 10.1214/ss/1177011136), without its correction for few
/// draws: the square root of 1 + B / W, W being the mean variance within the runs and B the variance of their means.
struct RunsSection {
  private let file: DataFile
  private let split: Split

  /// - Parameter file: `runs.csv`; the first run is the one that ships.
  init(_ file: DataFile, split: Split) {
    self.file = file
    self.split = split
  }

  /// A parameter or a fact over the runs.
  struct Quantity {
    let identifier: String
    var means: [Double] = [], deviations: [Double] = [], shares: [Double] = []

    var within: Double { deviations.reduce(0) { $0 + $1 * $1 } / Double(deviations.count) }
    var between: Double {
      let mean = means.reduce(0, +) / Double(means.count)
      return means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, means.count - 1))
    }
    /// 1 where the runs agree; not a number where nothing varies.
    var reduction: Double { within > 1e-12 ? (1 + between / within).squareRoot() : .nan }
  }

  func write(_ page: inout MarkdownPage) {
    page.heading(3, "Other seeds")
    let runs = file.rows.indices.map { file.value($0, "run") }.unique
    let described = runs.map { run -> String in
      let row = file.rows.indices.first { file.value($0, "run") == run } ?? 0
      return "\(file.value(row, "seed")) (\(file.value(row, "sets")) sets)"
    }
    page.paragraph(
      "The fit was run from \(runs.count) seeds: \(described.joined(separator: ", ")), the first being the one that ships, "
        + "before the condition on the claims. Each begins with starting points of its own, so that where they differ one "
        + "run alone has not found all that the facts allow. The ratio is by how much wider a parameter would be if the spread "
        + "between the runs were added to that within them (Gelman and Rubin 1992, "
        + "[doi 10.1214/ss/1177011136](https://doi.org/10.1214/ss/1177011136)); 1 is full agreement, above 1.1 is commonly "
        + "taken as too much. What every set gives alike has no ratio and is left out.")
    let parameters = quantities("parameter")
    let facts = quantities("fact").filter { split[$0.identifier] != .never }
    page.table(
      ["", "number", "ratio: median", "90th centile", "largest", "above 1.1", "above 1.5"],
      [("parameters", parameters), ("facts: what is found", facts)].map { name, members in
        let ratios = members.map(\.reduction).filter { !$0.isNaN }.sorted()
        func centile(_ p: Double) -> String {
          ratios.isEmpty ? Figures.none : Figures.fixed(Quantile.type7(sorted: ratios, p: p))
        }
        return [
          "\(name)", "\(ratios.count)", "\(centile(0.5))", "\(centile(0.9))", "\(centile(1))",
          "\(ratios.count { $0 > 1.1 })", "\(ratios.count { $0 > 1.5 })",
        ]
      })
    let worst = parameters.filter { $0.reduction > 1.5 }.sorted { $0.reduction > $1.reduction }
    if !worst.isEmpty {
      page.paragraph(
        "Above 1.5: \(Markdown.joined(worst.map { "\(code: $0.identifier) \(Figures.fixed($0.reduction))" }, by: ", "))."
      )
    }
    verdicts(
      &page, facts,
      seeds: runs.map { run in
        file.value(file.rows.indices.first { file.value($0, "run") == run } ?? 0, "seed")
      })
  }

  /// Whether the seeds would have given another verdict on a fact.
  private func verdicts(_ page: inout MarkdownPage, _ facts: [Quantity], seeds: [String]) {
    let runs = seeds.count
    func verdict(_ share: Double) -> FactResult.Verdict { FactResult.Verdict(share: share) }
    page.table(
      ["facts met", "the run that ships"] + seeds.dropFirst().map { "seed \($0)" } + ["other verdict by seed"],
      [("training", Split.Part.training), ("held out", .test)].map { name, part in
        let members = facts.filter { split[$0.identifier] == part }
        let met = (0..<runs).map { run -> Markdown in
          "\(members.count { verdict($0.shares[run]) == .met }) of \(members.count)"
        }
        let unsettled = members.filter { one in Set(one.shares.map { verdict($0).rawValue }).count > 1 }
        let opposite = unsettled.filter { one in
          one.shares.contains { verdict($0) == .met } && one.shares.contains { verdict($0) == .missed }
        }
        return ["\(name)"] + met + [
          "\(unsettled.count)\(opposite.isEmpty ? "" : "; met by one and missed by another: \(opposite.map(\.identifier).joined(separator: ", "))")"
        ]
      })
  }

  private func quantities(_ kind: String) -> [Quantity] {
    var places: [String: Int] = [:]
    var found: [Quantity] = []
    for row in file.rows.indices where file.value(row, "kind") == kind {
      let identifier = file.value(row, "id")
      let place = places[identifier] ?? found.count
      if place == found.count {
        places[identifier] = place
        found.append(Quantity(identifier: identifier))
      }
      found[place].means.append(Double(file.value(row, "mean")) ?? .nan)
      found[place].deviations.append(Double(file.value(row, "sd")) ?? .nan)
      found[place].shares.append(Double(file.value(row, "share_agree")) ?? .nan)
    }
    return found
  }
}

import Domain
@testable import Mechanism

/// Each input over its physiological range, all else as in three persons.
struct SweepsPage {
  let study: Study
  private static let steps = 13

  private struct Sweep {
    let analyte: Analyte
    let low, high: Double
    /// Which way the IR index should go in a tissue as the lab rises, where the review says so.
    let claim: (tissue: Tissue, rises: Bool, where: String)?
  }

  private static let sweeps = [
    Sweep(analyte: .glucose, low: 4, high: 12, claim: nil), Sweep(analyte: .insulin, low: 15, high: 400, claim: nil),
    Sweep(analyte: .egfr, low: 5, high: 110, claim: (.muscle, false, "C02, C35")),
    Sweep(analyte: .leptin, low: 0.5, high: 80, claim: (.liver, true, "C20, C35")),
    Sweep(analyte: .adiponectin, low: 2, high: 40, claim: nil),
    Sweep(analyte: .tnfAlpha, low: 0.8, high: 15, claim: (.muscle, true, "C35, C55")),
    Sweep(analyte: .il6, low: 0.3, high: 40, claim: (.liver, true, "C55")),
    Sweep(analyte: .ffa, low: 0.1, high: 1.5, claim: (.muscle, true, "C18, C19")),
    Sweep(analyte: .bmi, low: 15, high: 45, claim: nil), Sweep(analyte: .crp, low: 0.2, high: 45, claim: nil),
    Sweep(analyte: .albumin, low: 20, high: 48, claim: nil),
    Sweep(analyte: .bicarbonate, low: 14, high: 28, claim: (.muscle, false, "C35")),
    Sweep(analyte: .vitaminD, low: 8, high: 100, claim: (.muscle, false, "C57")),
  ]

  func bytes() throws -> [UInt8] {
    let all = ProfilesPage.profiles(try Folder.table("Validation/profiles.csv"))
    let persons = all.filter { ["healthy", "CKD 3-4 lean", "obese without diabetes"].contains($0.name) }
    var page = MarkdownPage()
    page.heading(1, "Sweeps")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. One lab at a time goes over its range in \(Self.steps) steps, all else as in three of the [profiles](profiles.md), with the same draws throughout. Largest step: the largest change of the median IR index of a tissue between neighbours; a jump would show there."
    )
    for (name, visit) in persons {
      page.heading(2, "From: \(name)")
      page.table(
        [
          "lab", "range", "IR muscle", "IR liver", "IR adipose", "mTORC1 muscle", "largest step", "as the review says",
          "verdicts on the way",
        ],
        Self.sweeps.map { row($0, visit) })
    }
    sensitivity(&page, persons)
    return page.bytes
  }

  private func results(_ sweep: Sweep, _ visit: MadeUpVisit) -> [PhenotypeResult] {
    let ratio = sweep.high / sweep.low
    return study.score(
      (0..<Self.steps).map { step in
        var changed = visit
        changed.labs[sweep.analyte] =
          sweep.low
          * ExperimentMathBridge.exponential(
            ExperimentMathBridge.logarithm(ratio) * Double(step) / Double(Self.steps - 1))
        return changed.panel
      })
  }

  private func row(_ sweep: Sweep, _ visit: MadeUpVisit) -> [Markdown] {
    let found = results(sweep, visit)
    func course(_ value: (PhenotypeResult) -> Double) -> Markdown {
      "\(Figures.fixed(value(found[0]))) to \(Figures.fixed(value(found[found.count - 1])))"
    }
    let steps = Tissue.allCases.flatMap { tissue in
      zip(found, found.dropFirst()).map {
        abs($1.insulinResistance[tissue.rawValue].median - $0.insulinResistance[tissue.rawValue].median)
      }
    }
    var words: Markdown = "\(Figures.none)"
    if let claim = sweep.claim {
      let values = found.map { $0.insulinResistance[claim.tissue.rawValue].median }
      // Medians over draws that stop early carry their own error.
      let follows = zip(values, values.dropFirst()).allSatisfy { claim.rises ? $1 > $0 - 0.02 : $1 < $0 + 0.02 }
      let words0 = "\(claim.tissue.name) \(claim.rises ? "rises" : "falls") (\(claim.where)): "
      words = follows ? "\(words0)yes" : "\(words0)**no**"
    }
    var verdicts: [String] = []
    for result in found where verdicts.last != result.verdict.name { verdicts.append(result.verdict.name) }
    return [
      "\(sweep.analyte.info.label), \(sweep.analyte.info.unit)",
      "\(Figures.reading(sweep.low)) to \(Figures.reading(sweep.high))",
      course { $0.insulinResistance[0].median }, course { $0.insulinResistance[1].median },
      course { $0.insulinResistance[2].median }, course { $0.mtorc1[0].median },
      steps.contains { !$0.isFinite } ? "**not a number**" : "\(Figures.fixed(steps.max() ?? .nan))", words,
      "\(verdicts.joined(separator: ", "))",
    ]
  }

  /// How often the verdict of a cohort turns when one lab is a fifth higher or lower, or one variant alone is asked.
  private func sensitivity(_ page: inout MarkdownPage, _ persons: [(name: String, visit: MadeUpVisit)]) {
    let people = DrawnPerson.cohort(min(300, study.people), study: study, seed: 600_000)
    let base = study.score(people.map(\.visit.panel))
    func turned(_ factor: Double, _ analyte: Analyte) -> Double {
      let results = study.score(
        people.map { one in
          var visit = one.visit
          visit.labs[analyte] = visit.labs[analyte].map { $0 * factor }
          return visit.panel
        })
      return Double(zip(base, results).count { $0.verdict != $1.verdict }) / Double(people.count)
    }
    page.heading(2, "How the verdict hangs on each lab")
    page.paragraph(
      "\(people.count) people of the population model, all labs measured; the share whose verdict changes when one lab reads a fifth higher or lower. The verdict counts as changed when it becomes or stops being indeterminate, too."
    )
    page.table(
      ["lab", "a fifth higher", "a fifth lower"],
      (Analyte.mechanismLabs + [.bmi, .albumin, .bicarbonate]).map {
        ["\($0.info.label)", "\(Figures.percent(turned(1.2, $0)))", "\(Figures.percent(turned(1 / 1.2, $0)))"]
      })
    let split = base.count { result in
      VerdictRule.top(result.probabilitiesByVariant[0]) != VerdictRule.top(result.probabilitiesByVariant[1])
    }
    page.paragraph(
      "The two structural variants have different most probable classes in \(Figures.percent(Double(split) / Double(people.count))) of them."
    )
  }
}

import Domain
@testable import Mechanism

/// Each input over its physiological range, all else as in four persons.
struct SweepsPage {
  let study: Study
  /// As many draws at every step: with answers that stop early a step could be one of their number.
  let evenDraws: Scorer
  static let draws = 128

  func bytes() throws -> [UInt8] {
    let names = ["healthy", "CKD 3-4 lean", "obese without diabetes", "haemodialysis with wasting"]
    let persons = ProfilesPage.profiles(try Folder.table("Validation/profiles.csv")).filter { names.contains($0.name) }
    var page = MarkdownPage()
    page.heading(1, "Sweeps")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. One input at a time goes over its range in \(Sweep.steps) steps, all else as in four of the [profiles](profiles.md), with the same \(Self.draws) draws throughout. Largest step: the largest change of the median IR index of a tissue between neighbours, and the same with neighbours twice as near: of what is continuous it halves, at a jump it stays. A step above \(Figures.fixed(Sweep.Course.noise)) that is still above four fifths of itself counts as a jump."
    )
    var courses: [Sweep.Course] = []
    for (name, visit) in persons {
      page.heading(2, "From: \(name)")
      let isOnDialysis = visit.codes[.dialysis] == "haemodialysis"
      let sweeps = Sweep.all.filter { $0.persons == .all || ($0.persons == .onDialysis) == isOnDialysis }
      page.table(
        [
          "input", "range", "IR muscle", "IR liver", "IR adipose", "mTORC1 muscle", "largest step", "twice as near",
          "as the review says", "verdicts on the way",
        ],
        sweeps.map { sweep in
          let course = sweep.course(from: visit, study, evenDraws)
          courses.append(course)
          return row(sweep, course)
        })
    }
    verdict(&page, courses)
    sensitivity(&page, persons)
    return page.bytes
  }

  /// No number that is none, no state below zero, no jump: said of all sweeps together.
  private func verdict(_ page: inout MarkdownPage, _ courses: [Sweep.Course]) {
    let answers = courses.reduce(0) { $0 + $1.fine.count }
    let draws = courses.reduce(0) { $0 + $1.fine.reduce(0) { $0 + $1.draws } }
    page.paragraph(
      "Of \(courses.count) sweeps with \(answers) answers \(courses.count(where: \.hasNoNumber)) hold a number that is none and \(courses.count(where: \.jumps)) jump. Of their \(draws) draws \(courses.reduce(0) { $0 + $1.uncertified }) were left out because a state could not be certified; in all others no state is below zero, which the certificate of every solution asks."
    )
  }

  private func row(_ sweep: Sweep, _ course: Sweep.Course) -> [Markdown] {
    let found = course.coarse
    func ends(_ value: (PhenotypeResult) -> Double) -> Markdown {
      "\(Figures.fixed(value(found[0]))) to \(Figures.fixed(value(found[found.count - 1])))"
    }
    var words: Markdown = "\(Figures.none)"
    if let claim = sweep.claim {
      let values = found.map { $0.insulinResistance[claim.tissue.rawValue].median }
      // Medians over draws that stop early carry their own error.
      let follows = zip(values, values.dropFirst()).allSatisfy { claim.rises ? $1 > $0 - 0.02 : $1 < $0 + 0.02 }
      let said = "\(claim.tissue.name) \(claim.rises ? "rises" : "falls") (\(claim.where)): "
      words = follows ? "\(said)yes" : "\(said)**no**"
    }
    var verdicts: [String] = []
    for result in found where verdicts.last != result.verdict.name { verdicts.append(result.verdict.name) }
    let near = Figures.fixed(Sweep.Course.largestStep(course.fine))
    return [
      "\(sweep.input.label)", "\(Figures.reading(sweep.low)) to \(Figures.reading(sweep.high))",
      ends { $0.insulinResistance[0].median }, ends { $0.insulinResistance[1].median },
      ends { $0.insulinResistance[2].median }, ends { $0.mtorc1[0].median },
      course.hasNoNumber ? "**not a number**" : "\(Figures.fixed(Sweep.Course.largestStep(found)))",
      course.jumps ? "**\(near), a jump**" : "\(near)", words, "\(verdicts.joined(separator: ", "))",
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

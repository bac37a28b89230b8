import Domain
@testable import Mechanism

/// Whether probabilities are what they say: people simulated from the model, with labs hidden.
struct ProbabilitiesPage {
  let study: Study

  /// One person: the class under their own parameter set, and what the scorer said.
  struct Answer {
    let truth: PhenotypeClass
    let result: PhenotypeResult
  }

  func bytes() -> [UInt8] {
    let hidden = Array(0...6)
    let answers = hidden.map(answers)
    var page = MarkdownPage()
    page.heading(1, "Are the probabilities what they say?")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. \(study.people) people are drawn from the population model (half with kidney disease, of all weights), each with a parameter set and a variant of their own: their class under these is the truth. Their labs get laboratory error, some of the eight labs are hidden, and the rest is scored as a patient's. This tests the arithmetic of the probabilities, not the model: the truth is the model's own, and the population is the one that missing labs are drawn from. **Not validated against measured mTORC1 or clamps.**"
    )
    page.table(
      [
        "labs hidden", "Brier score", "of the shares of classes alone", "skill", "verdict given", "right where given",
        "indeterminate",
      ],
      zip(hidden, answers).map { count, part in
        let (brier, base) = Self.brierScores(part)
        let given = part.filter { $0.result.verdict != .indeterminate }
        let right = given.count { $0.result.verdict.name == $0.truth.name }
        return [
          "\(count)", "\(Figures.fixed(brier))", "\(Figures.fixed(base))", "\(Figures.fixed(1 - brier / base))",
          "\(Figures.percent(Double(given.count) / Double(part.count)))",
          "\(Figures.percent(Double(right) / Double(max(1, given.count))))",
          "\(Figures.percent(1 - Double(given.count) / Double(part.count)))",
        ]
      })
    page.paragraph(
      "Brier score: the mean over people of the squared differences between the four probabilities and what is true, summed; 0 is perfect. Skill: what is gained over giving everybody the shares of the classes. An answer that is always indeterminate would have 0 % of verdicts."
    )
    reliability(&page, hidden, answers)
    return page.bytes
  }

  private func reliability(_ page: inout MarkdownPage, _ hidden: [Int], _ answers: [[Answer]]) {
    page.heading(2, "Reliability")
    page.paragraph(
      "Of all probabilities in a tenth of the scale, how often the class was true. Reliable probabilities lie near the middle of their tenth."
    )
    let edges = (0..<10).map { Double($0) / 10 }
    page.table(
      ["probability"] + hidden.map { "\($0) hidden" },
      edges.map { low in
        var row: [Markdown] = ["\(Figures.fixed(low)) to \(Figures.fixed(low + 0.1))"]
        for part in answers {
          var (hits, total) = (0, 0)
          for answer in part {
            for one in PhenotypeClass.allCases {
              let p = answer.result.probabilities[one.rawValue]
              guard p >= low, p < low + 0.1 || low == 0.9 else { continue }
              total += 1
              if answer.truth == one { hits += 1 }
            }
          }
          row.append(total < 20 ? "\(Figures.none)" : "\(Figures.fixed(Double(hits) / Double(total))) (\(total))")
        }
        return row
      })
  }

  /// The Brier score of answers, and that of giving everybody the shares of the classes.
  static func brierScores(_ answers: [Answer]) -> (answers: Double, base: Double) {
    let shares = PhenotypeClass.allCases.map { one in
      Double(answers.count { $0.truth == one }) / Double(answers.count)
    }
    return (brier(answers.map { ($0.truth, $0.result.probabilities) }), brier(answers.map { ($0.truth, shares) }))
  }

  private static func brier(_ cases: [(truth: PhenotypeClass, probabilities: [Double])]) -> Double {
    let sum = cases.reduce(0.0) { sum, one in
      sum
        + PhenotypeClass.allCases.reduce(0.0) {
          let difference = one.probabilities[$1.rawValue] - (one.truth == $1 ? 1 : 0)
          return $0 + difference * difference
        }
    }
    return sum / Double(cases.count)
  }

  /// Answers about the study's people with so many of their labs hidden.
  func answers(hiding count: Int) -> [Answer] {
    let scorer = study.scorer
    let people = DrawnPerson.cohort(study.people, study: study, seed: 200_000)
    return study.parallel(people.count) { number -> Answer? in
      let one = people[number]
      var stream = RandomStream(key: one.visit.key, purpose: 91, draw: 0)
      let set = Int(stream.uniform() * Double(scorer.ensemble.count))
      let group = ComparisonGroup(sex: one.person.sex, variantB: stream.uniform() < 0.5)
      var evaluator = scorer.makeEvaluator()
      let truth = evaluator.outcomes(
        [
          DrawEvaluator.Case(
            one.person, group: group, reference: scorer.reference, scorer.constants, set: set,
            reference: group.place(set: set))
        ], references: scorer.comparison.states)[0]
      guard truth.isCertified else { return nil }
      var visit = one.visit
      var left = Analyte.mechanismLabs.filter { visit.labs[$0] != nil }
      for _ in 0..<count where !left.isEmpty {
        visit.labs[left.remove(at: Int(stream.uniform() * Double(left.count)))] = nil
      }
      return Answer(
        truth: DrawClass.classify(truth, scorer.comparison.bands[group.place(set: set)]),
        result: scorer.score(visit.panel)[0])
    }.compactMap(\.self)
  }
}

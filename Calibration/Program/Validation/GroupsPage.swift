import Domain
import Engine
@testable import Mechanism

/// Published groups whose insulin sensitivity was measured, against what the model makes of their summaries.
struct GroupsPage {
  let study: Study
  private static let draws = 200

  private struct Pair {
    let study, group, against, measure, fact, source: String
    let ratio, insulin: Double
    let own, control: MadeUpVisit

    /// Of the model's eight labs those that are known of both groups.
    var labs: Int { Analyte.mechanismLabs.count { own.labs[$0] != nil && control.labs[$0] != nil } }
    /// The further inputs of the model that are known of both: of nutrition, inflammation and the like.
    var extras: [Analyte] {
      (Analyte.mechanismInputs + Analyte.mechanismExtras).filter {
        !Analyte.mechanismLabs.contains($0) && own.labs[$0] != nil && control.labs[$0] != nil
      }
    }
  }

  /// How many labs the wish for validation asks for.
  private static let wanted = 4

  func bytes() throws -> [UInt8] {
    let pairs = try read()
    let split = try Split(Folder.table("split.csv"))
    let predicted = study.parallel(pairs.count) { predict(pairs[$0]) }
    let measured = pairs.map { Elementary.logarithm($0.ratio) }
    let rich = pairs.filter { $0.labs >= Self.wanted }
    let withExtras = pairs.count { $0.labs + $0.extras.count >= Self.wanted }
    var page = MarkdownPage()
    page.heading(1, "Published groups")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. Each row is a group against another of the same study: [groups.csv](../../Calibration/Validation/groups.csv) has what is known of both. Labs that a paper's abstract does not print are drawn from the population model, as a patient's are. Predicted: the ratio of the model's insulin responses of muscle at the insulin of the study's clamp; measured: the ratio of glucose disposal (M, or M/I), part of which needs no insulin. The wish was for six groups with a clamp or a comparable test and \(Self.wanted) or more of the model's eight labs; of what could be read, \(rich.count) \(rich.count == 1 ? "has" : "have") that (\(rich.map(\.study).unique.joined(separator: ", "))), not in kidney disease (with further inputs of the model, such as BMI and CRP, counted as labs \(withExtras) would), so this is a test of the population model as much as of the mechanism. **The verdicts themselves are not validated: nobody's mTORC1 was measured.**"
    )
    page.table(
      [
        "study", "group", "against", "measure", "labs known", "further inputs", "measured", "predicted (5 to 95 %)",
        "HOMA-IR of the same draws",
        "the fit saw the paper", "source",
      ],
      zip(pairs, predicted).map { pair, found in
        let part = split[pair.fact]
        return [
          "\(pair.study)", "\(pair.group)", "\(pair.against)", "\(pair.measure)", "\(pair.labs)",
          "\(pair.extras.map(\.info.label).joined(separator: "; "))",
          "\(Figures.fixed(pair.ratio))", "\(found.response.text(Figures.fixed))",
          "\(Figures.fixed(found.homa))", "\(part == .training ? "yes" : pair.fact.isEmpty ? "no" : "no, held out")",
          "\(pair.source)",
        ]
      })
    summary(&page, pairs, predicted, measured) { pair in split[pair.fact] == .training }
    return page.bytes
  }

  private func summary(
    _ page: inout MarkdownPage, _ pairs: [Pair], _ predicted: [Prediction], _ measured: [Double],
    seen: (Pair) -> Bool
  ) {
    page.heading(2, "How well")
    let unseen = pairs.indices.filter { !seen(pairs[$0]) }
    let scores: [(String, [Double])] = [
      ("the model", predicted.map { Elementary.logarithm($0.response.median) }),
      ("HOMA-IR alone (1 / ratio)", predicted.map { -Elementary.logarithm($0.homa) }),
      ("CKD stage alone", predicted.map(\.stage)),
    ]
    let studies = pairs.map(\.study)
    func correlation(_ values: [Double], _ places: [Int]) -> Markdown {
      let found = Resampling.interval(clusters: Resampling.clusters(studies, of: places)) { rows in
        RankCorrelation.spearman(rows.map { values[$0] }, rows.map { measured[$0] })
      }
      return "\(found)"
    }
    func error(_ values: [Double], _ places: [Int]) -> Markdown {
      let found = Resampling.interval(clusters: Resampling.clusters(studies, of: places)) { rows in
        (rows.reduce(0) { $0 + (values[$1] - measured[$1]) * (values[$1] - measured[$1]) } / Double(rows.count))
          .squareRoot()
      }
      return "\(found)"
    }
    page.table(
      [
        "by", "rank correlation, all \(pairs.count)", "of the \(unseen.count) that the fit did not see",
        "error (root mean square of ln), all", "not seen",
      ],
      scores.map { name, values in
        // A stage is no ratio.
        let isRatio = !name.hasPrefix("CKD")
        return [
          "\(name)", correlation(values, Array(pairs.indices)), correlation(values, unseen),
          isRatio ? error(values, Array(pairs.indices)) : "\(Figures.none)",
          isRatio ? error(values, unseen) : "\(Figures.none)",
        ]
      })
    page.paragraph(
      "Intervals: 2.5th and 97.5th centile over \(Resampling.count) resamples of whole studies, since rows of one study are not independent."
    )
  }

  private struct Prediction {
    let response: Interval
    let homa, stage: Double
  }

  private func predict(_ pair: Pair) -> Prediction {
    let base = study.scorer
    // A mean over many people has next to no laboratory error.
    let constants = MappingConstants.shipped.replacing(.probeInsulinMuscle, by: pair.insulin)
    guard
      let scorer = try? Scorer(
        model: base.model, ensemble: base.ensemble, comparison: base.comparison, draws: Self.draws, stopsEarly: false,
        constants: constants, error: .none)
    else { return Prediction(response: Interval([]), homa: .nan, stage: .nan) }
    var evaluator = scorer.makeEvaluator()
    func draws(_ visit: MadeUpVisit) -> [Scorer.ScoredDraw] {
      scorer.scoredDraws(
        of: PatientDraws(row: visit.panel[0], computedGFR: nil, scorer: scorer), 0..<Self.draws, &evaluator)
    }
    let (own, control) = (draws(pair.own), draws(pair.control))
    let ratios = zip(own, control).filter { $0.outcome.isCertified && $1.outcome.isCertified }.map {
      Elementary.exponential($1.outcome.index[0] - $0.outcome.index[0])
    }
    func homa(_ draws: [Scorer.ScoredDraw]) -> Double {
      Interval(draws.map { $0.person[.glucose] * $0.person[.insulin] / 6 / 22.5 }).median
    }
    func stage(_ draws: [Scorer.ScoredDraw]) -> Double {
      let gfr = Interval(draws.map { $0.person.dialysis == .none ? $0.person.gfr : 8 }).median
      return -Double([90.0, 60, 45, 30, 15].count { gfr < $0 })
    }
    return Prediction(response: Interval(ratios), homa: homa(own) / homa(control), stage: stage(own) - stage(control))
  }

  private func read() throws -> [Pair] {
    let file = try Folder.table("Validation/groups.csv")
    return file.rows.indices.map { row in
      func visit(_ column: String) -> MadeUpVisit {
        // The same key: the draws of both differ by what is known of them alone.
        var visit = MadeUpVisit(codes: [.fasting: "yes"], age: 50, key: 900 + UInt64(row))
        for word in file.value(row, column).split(separator: " ") {
          let parts = word.split(separator: "=").map(String.init)
          if parts[0] == "age" {
            visit.age = Double(parts[1])
          } else if let covariate = Covariate(rawValue: parts[0]) {
            visit.codes[covariate] = parts[1]
          } else if let analyte = Analyte(name: parts[0]) {
            visit.labs[analyte] = Double(parts[1])
          }
        }
        return visit
      }
      return Pair(
        study: file.value(row, "study"), group: file.value(row, "group"), against: file.value(row, "against"),
        measure: file.value(row, "measure"), fact: file.value(row, "fact"), source: file.value(row, "source"),
        ratio: Double(file.value(row, "ratio")) ?? .nan, insulin: Double(file.value(row, "insulin")) ?? .nan,
        own: visit("own"), control: visit("control"))
    }
  }
}

import Domain
import Mechanism
import Report

/// An explanation in plain text, 100 columns at most.
struct ExplanationText {
  private let source: Explanation
  private var result: PhenotypeResult { source.explanation.result }

  init(_ source: Explanation) { self.source = source }

  var text: String {
    let parts = [verdict, person, inputs, tissues, arms, counterfactuals, removals, gains, caveats]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
      + "\n\n\(settings)\nResearch use; the model is a hypothesis. Changes are the model's, never advice."
  }

  private var settings: String {
    let (settings, kits) = (source.settings, source.settings.kits.words)
    return "Seed \(settings.seed), at most \(settings.draws) draws"
      + (kits.isEmpty ? "." : "; kits: \(kits.joined(separator: ", ")).")
  }

  private func fixed(_ value: Double, _ digits: Int = 2) -> String {
    value.isFinite ? NumberText.fixed(value, digits) : "-"
  }
  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
  private func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
  private func shares(_ probabilities: [Double]) -> String {
    PhenotypeClass.allCases.map { "\($0.name) \(fixed(probabilities[$0.rawValue]))" }.joined(separator: ", ")
  }

  private var verdict: [String] {
    [
      "\(source.visit.patientKey), visit \(source.visit.ordinal): \(result.verdict.name) (\(result.reasonCode))",
      result.reason,
      "Probabilities: \(shares(result.probabilities)); standard error at most \(fixed(result.monteCarloErrorMax, 3)) "
        + "(\(result.draws) draws).",
      "By variant of the feedback in fat: A \(shares(result.probabilitiesByVariant[0]));",
      "                                  B \(shares(result.probabilitiesByVariant[1])).",
    ] + result.guards.map { "Guard: \($0)." }
  }

  /// Who it is, what else the mapping reads, and the load that follows from the kidneys.
  private var person: [String] {
    let values = source.values
    let age = values.age.map { "\(NumberText.reading($0)) years" } ?? "age not known"
    let load = source.explanation.uraemicLoad
    func code(_ covariate: Covariate) -> String {
      let code = covariate.codes[Int(values.code(covariate))]
      return code.isEmpty ? "not known" : code
    }
    let further = [Analyte.ktV, .residualClearance, .prealbumin, .steroidDose, .tacrolimus, .hba1c].compactMap { lab in
      values.value(lab).map {
        "; \(lab.info.label) \(NumberText.reading($0))" + (lab.info.unit == "1" ? "" : " " + lab.info.unit)
      }
    }
    let hba1c = values.value(.hba1c).map { $0 >= MappingConstants.shipped[.diabetesHaemoglobinA1c] } ?? false
    let taken = values.diabetes == .unknown && hba1c ? " (taken as diabetes, by HbA1c)" : ""
    return [
      "Person: sex \(code(.sex)), \(age), diabetes \(code(.diabetes))\(taken), dialysis \(code(.dialysis))"
        + further.joined(),
      "Uraemic load, 0 healthy to 1 undialysed end-stage: \(fixed(load.median)) (\(fixed(load.low)) to \(fixed(load.high)))",
    ]
  }

  private var inputs: [String] {
    [
      "Inputs: what was measured once, and what the draws take as usual (5 to 95 %)",
      pad("", 30) + left("measured", 12) + left("usual", 20) + left("reference", 12) + "  from",
    ]
      + source.explanation.inputs.map { input in
        let info = input.analyte.info
        let measured = source.values.value(input.analyte)
        let value = measured ?? (input.isMeasured ? input.drawn.median : .nan)
        let cell = source.provenance[input.analyte].map {
          "\($0.file) row \($0.row) column \($0.column) (\($0.rawText) \($0.rawUnit))"
        }
        let derived = input.analyte == .bmi ? "height and weight" : "creatinine"
        let from = cell ?? (input.isMeasured ? derived : "not measured: drawn from the population")
        let mark = isPulled(input) ? " *" : "  "
        return pad("\(info.label), \(info.unit)", 30) + left(value.isFinite ? NumberText.reading(value) : "-", 12)
          + left("\(NumberText.reading(input.drawn.low)) to \(NumberText.reading(input.drawn.high))", 20)
          + mark + left(input.reference.isFinite ? NumberText.reading(input.reference) : "-", 10) + "  " + from
      }
      + (source.explanation.inputs.contains(where: isPulled)
        ? [
          "* One measurement is pulled towards people like this one with these other labs, here beyond itself (decision 0009)."
        ]
        : [])
  }

  /// Whether what is taken as usual excludes what was measured, by more than rounding.
  private func isPulled(_ input: PatientExplanation.Input) -> Bool {
    guard let measured = source.settings.kits.applied(to: source.values).value(input.analyte) else { return false }
    return measured < input.drawn.low * 0.99 || measured > input.drawn.high * 1.01
  }

  private var tissues: [String] {
    func interval(_ summary: DrawSummary) -> String {
      "\(fixed(summary.median)) (\(fixed(summary.low)) to \(fixed(summary.high)))"
    }
    return [
      "Tissues against the reference person: median (5 to 95 %)",
      pad("", 10) + left("IR index", 24) + left("mTORC1, log2", 24) + left("mTORC1 in the clamp", 24),
    ]
      + Tissue.allCases.map { tissue in
        pad(tissue.name, 10) + left(interval(result.insulinResistance[tissue.rawValue]), 24)
          + left(interval(result.mtorc1[tissue.rawValue]), 24)
          + left(interval(result.probeMTORC1[tissue.rawValue]), 24)
      }
  }

  private var arms: [String] {
    [
      "Arms: what makes the mean IR index (they sum to it)",
      pad("", 10) + Arm.allCases.map { left($0.name, 12) }.joined() + left("sum", 12),
    ]
      + Tissue.allCases.map { tissue in
        pad(tissue.name, 10) + result.arms[tissue.rawValue].map { left(fixed($0), 12) }.joined()
          + left(fixed(result.insulinResistance[tissue.rawValue].mean), 12)
      }
  }

  private var counterfactuals: [String] {
    [
      "Had one driver been at the reference (mean change over \(Scorer.explanationDraws) draws)",
      pad("", 38) + left("IR muscle", 11) + left("liver", 8) + left("adipose", 9) + left("mTORC1 muscle", 15)
        + "  probabilities then",
      pad("(as it is)", 38) + left(fixed(0), 11) + left(fixed(0), 8) + left(fixed(0), 9) + left(fixed(0), 15) + "  "
        + shares(source.explanation.base),
    ]
      + source.explanation.counterfactuals.map { one in
        let change = one.effect.insulinResistance
        return pad(one.effect.driver.label, 38) + left(fixed(change[0]), 11) + left(fixed(change[1]), 8)
          + left(fixed(change[2]), 9) + left(fixed(one.effect.mtorc1[0]), 15) + "  " + shares(one.probabilities)
      }
  }

  private var removals: [String] {
    guard !source.explanation.removals.isEmpty else { return [] }
    return ["The answer without each measured lab (\(Scorer.explanationDraws) draws)"]
      + source.explanation.removals.map { one in
        pad(one.analyte.info.label, 38) + pad(one.result.verdict.name, 16) + shares(one.result.probabilities)
      }
  }

  private var gains: [String] {
    guard !result.gains.isEmpty else { return ["Everything the mechanism asks for was measured."] }
    return [
      "What measuring would tell, about: rise of the share of draws whose class is foretold; fall of the variance",
      "of the IR index of muscle",
    ]
      + result.gains.map { gain in
        pad(gain.analyte.info.label, 38) + left(fixed(gain.settles * 100, 0) + " %", 8)
          + left(fixed(gain.narrows * 100, 0) + " %", 8)
      }
  }

  private var caveats: [String] { result.caveats.isEmpty ? [] : ["Mind"] + result.caveats.map { "- " + $0 } }
}

import Domain
import Mechanism
import Report

/// An explanation as JSON. Numbers that are none are left out.
struct ExplanationDocument: Encodable {
  struct Interval: Encodable {
    let median, low, high: Double?
    init(_ summary: DrawSummary) {
      median = rounded(summary.median)
      low = rounded(summary.low)
      high = rounded(summary.high)
    }
  }
  struct Source: Encodable {
    let file: String
    let row, column: Int
    let text, unit: String
  }
  struct Input: Encodable {
    let analyte, unit: String
    let measured: Bool
    let value: Double?
    let drawn: Interval
    let reference: Double?
    let source: Source?
  }
  struct TissueState: Encodable {
    let tissue: String
    let irIndex, mtorc1Log2, mtorc1ProbeLog2: Interval
    let irIndexMean: Double?
    let arms: [String: Double]
  }
  struct Counterfactual: Encodable {
    let driver: String
    let irIndexChange, mtorc1Change, probabilities: [String: Double]
  }
  struct Removal: Encodable {
    let analyte, verdict: String
    let probabilities: [String: Double]
  }
  struct Gain: Encodable {
    let analyte: String
    let settles, narrows: Double?
  }

  /// Under which the answer stands.
  struct Settings: Encodable {
    let seed: UInt64
    let draws: Int
    let allDraws: Bool
    let kitScales: [String]
  }

  let settings: Settings
  let uraemicLoad: Interval
  let patientKey: String
  let visit: Int
  let verdict, reasonCode, reason: String
  let probabilities: [String: Double]
  let probabilitiesByVariant: [String: [String: Double]]
  let mcseMax: Double?
  let nDraws: Int
  let guards, caveats: [String]
  let inputs: [Input]
  let tissues: [TissueState]
  let counterfactuals: [Counterfactual]
  /// Of the draws that counterfactuals begin with.
  let probabilitiesAsIs: [String: Double]
  let withoutLab: [Removal]
  let informationGain: [Gain]

  init(_ source: Explanation) {
    let explanation = source.explanation
    let result = explanation.result
    settings = Settings(
      seed: source.settings.seed, draws: source.settings.draws, allDraws: !source.settings.stopsEarly,
      kitScales: source.settings.kits.words)
    uraemicLoad = Interval(explanation.uraemicLoad)
    patientKey = source.visit.patientKey
    visit = source.visit.ordinal
    (verdict, reasonCode, reason) = (result.verdict.name, result.reasonCode, result.reason)
    probabilities = Self.byClass(result.probabilities)
    probabilitiesByVariant = [
      "A": Self.byClass(result.probabilitiesByVariant[0]), "B": Self.byClass(result.probabilitiesByVariant[1]),
    ]
    mcseMax = rounded(result.monteCarloErrorMax)
    nDraws = result.draws
    (guards, caveats) = (result.guards, result.caveats)
    inputs = explanation.inputs.map { input in
      Input(
        analyte: input.analyte.name, unit: input.analyte.info.unit, measured: input.isMeasured,
        value: source.values.value(input.analyte).flatMap { rounded($0) }, drawn: Interval(input.drawn),
        reference: rounded(input.reference),
        source: source.provenance[input.analyte].map {
          Source(file: $0.file, row: $0.row, column: $0.column, text: $0.rawText, unit: $0.rawUnit)
        })
    }
    tissues = Tissue.allCases.map { tissue in
      let place = tissue.rawValue
      return TissueState(
        tissue: tissue.name, irIndex: Interval(result.insulinResistance[place]),
        mtorc1Log2: Interval(result.mtorc1[place]), mtorc1ProbeLog2: Interval(result.probeMTORC1[place]),
        irIndexMean: rounded(result.insulinResistance[place].mean),
        arms: Self.named(Arm.allCases.map(\.name), result.arms[place]))
    }
    counterfactuals = explanation.counterfactuals.map {
      Counterfactual(
        driver: $0.effect.driver.rawValue, irIndexChange: Self.byTissue($0.effect.insulinResistance),
        mtorc1Change: Self.byTissue($0.effect.mtorc1),
        probabilities: Self.byClass($0.probabilities))
    }
    probabilitiesAsIs = Self.byClass(explanation.base)
    withoutLab = explanation.removals.map {
      Removal(
        analyte: $0.analyte.name, verdict: $0.result.verdict.name,
        probabilities: Self.byClass($0.result.probabilities))
    }
    informationGain = result.gains.map {
      Gain(analyte: $0.analyte.name, settles: rounded($0.settles), narrows: rounded($0.narrows))
    }
  }

  private static func named(_ names: [String], _ values: [Double]) -> [String: Double] {
    Dictionary(
      zip(names, values).compactMap { name, value in rounded(value).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
  private static func byClass(_ values: [Double]) -> [String: Double] {
    named(PhenotypeClass.allCases.map(\.name), values)
  }
  private static func byTissue(_ values: [Double]) -> [String: Double] {
    named(Tissue.allCases.map(\.name), values)
  }
}

/// Four figures: the draws know no more; nil for what is no number.
private func rounded(_ number: Double) -> Double? {
  number.isFinite ? Double(NumberText.significant(number, 4)) : nil
}

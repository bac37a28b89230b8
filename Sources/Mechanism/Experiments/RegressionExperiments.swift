import Domain
import Engine

/// Claims that only repeat an input: what the population model and the mapping expect of a lab at a GFR or on dialysis.
/// They are shown, and say nothing about the mechanism.
enum RegressionExperiments {
  /// One such readout: the expected level in two situations.
  private struct Row {
    let experiment, title, readout: String
    let changed, base: Double
    let expected: Experiment.Expectation
    var claim: String { String(experiment.prefix { $0 != "." }) }
  }

  /// A man of 60 without diabetes; the ratio is the same for a woman.
  private static func level(_ variable: PopulationVariable, gfr: Double, dialysis: Dialysis = .none) -> Double {
    Elementary.exponential(
      PopulationModel.shipped.distribution(
        variable, sex: .male, age: 60, gfr: gfr, dialysis: dialysis, diabetes: false
      ).mean)
  }

  /// The drive of IGF-1 that the mapping gives the reference man at another GFR.
  private static func drive(gfr: Double) -> Double {
    var person = ReferencePerson.shipped.male
    person.gfr = gfr
    return HabitualInputs.inputs(person, reference: ReferencePerson.shipped.male, variantB: false)[.igf1Drive]
  }

  private static func rows() -> [Row] {
    let uraemic = "at GFR 15 against GFR 100"
    return [
      Row(
        experiment: "C22.1", title: "expected leptin on peritoneal dialysis against haemodialysis", readout: "leptin",
        changed: level(.leptin, gfr: 8, dialysis: .peritoneal), base: level(.leptin, gfr: 8, dialysis: .haemodialysis),
        expected: .up),
      Row(
        experiment: "C22.2", title: "expected leptin \(uraemic)", readout: "leptin", changed: level(.leptin, gfr: 15),
        base: level(.leptin, gfr: 100), expected: .up),
      Row(
        experiment: "C26.1", title: "expected adiponectin \(uraemic)", readout: "adiponectin",
        changed: level(.adiponectin, gfr: 15), base: level(.adiponectin, gfr: 100), expected: .up),
      Row(
        experiment: "C33.2", title: "IGF-1 drive of the mapping at GFR 10 against GFR 100", readout: "igf1_drive",
        changed: drive(gfr: 10), base: drive(gfr: 100), expected: .down),
      Row(
        experiment: "C55.1", title: "expected TNF-alpha at GFR 45 against GFR 100", readout: "tnf_alpha",
        changed: level(.tnfAlpha, gfr: 45), base: level(.tnfAlpha, gfr: 100), expected: .up),
      Row(
        experiment: "C55.1", title: "expected IL-6 at GFR 45 against GFR 100", readout: "il6",
        changed: level(.il6, gfr: 45), base: level(.il6, gfr: 100), expected: .up),
    ]
  }

  /// The results, the same in both variants.
  static func results() -> [ExperimentResult] {
    rows().flatMap { row in
      let found = ExperimentMath.log2Ratio(row.changed, row.base)
      let agrees = Experiment.margin(.init(value: found), .log2Ratio, row.expected) >= 0
      return ["A", "B"].map { variant in
        ExperimentResult(
          claim: row.claim, experiment: row.experiment, title: row.title, tissue: "plasma", readout: row.readout,
          variant: variant, metric: "log2 ratio", expected: row.expected.rawValue, found: found, low: found,
          high: found, shareAgree: agrees ? 1 : 0, sharePrior: agrees ? 1 : 0, standing: .inputRegression,
          basis: .byConstruction, status: .notClaimed, note: "repeats an input: no evidence for the mechanism")
      }
    }
  }
}

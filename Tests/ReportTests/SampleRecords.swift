import Domain
import Report

/// A cohort of made-up people in the shapes that pages and tables meet: several visits, everything measured, much
/// missing, the mechanism not run, nothing solved, very old.
enum SampleRecords {
  static let settings = ReportSettings(
    version: "0.1.0", seed: 20260101, draws: 400, insulinFactor: "6.00 pmol/L per uU/mL", modelHash: "3f9a1c0b77de",
    dataDescription: "F001: 6 visits of 5 people")

  /// One visit before it becomes a row.
  struct Visit {
    var patient: Int64
    var ordinal = 1
    var day: Int? = 0
    var age = 50.0
    var codes: [Covariate: UInt8] = [:]
    var labs: [Analyte: Double] = [:]
    var censored: [Analyte: ValueStatus] = [:]
    var indices: [String: IndexValue] = [:]
    var syndromes: [SyndromeValue] = []
    var phenotype: PhenotypeResult?
    var kept: [String] = []
    var provenance: [Analyte: Provenance] = [:]
  }

  static func block(_ visits: [Visit], catalogue: Catalogue = SampleCatalogue.catalogue()) -> ScoredBlock {
    var panel = PanelBlock(
      visits: visits.enumerated().map { row, visit in
        VisitIdentity(
          row: Int64(row + 1), patient: visit.patient, ordinal: visit.ordinal, day: visit.day, randomKey: UInt64(row))
      })
    for (row, visit) in visits.enumerated() {
      panel.age[row] = visit.age
      for (covariate, code) in visit.codes { panel[covariate, row] = code }
      for (analyte, value) in visit.labs {
        panel[analyte, row].value = value
        panel[analyte, row].reported = value
        panel[analyte, row].status = visit.censored[analyte] ?? .measured
      }
    }
    return ScoredBlock(
      panel: panel,
      indices: catalogue.indices.map { definition in
        visits.map { $0.indices[definition.id] ?? .missing([InputSet(.insulin), InputSet(.glucose)]) }
      },
      syndromes: catalogue.syndromes.indices.map { place in
        visits.map { $0.syndromes.indices.contains(place) ? $0.syndromes[place] : unknown }
      },
      phenotypes: visits.map(\.phenotype), kept: visits.map(\.kept), provenance: visits.map(\.provenance))
  }

  static let unknown = SyndromeValue(
    strict: .undetermined, measured: .undetermined, criteria: CriterionStates(repeating: .unknown, count: 5),
    criteriaMeasured: CriterionStates(repeating: .unknown, count: 5),
    missing: [InputSet(.waist), InputSet(.hdl), InputSet(.drugLipid)])

  static func summary(_ median: Double, _ half: Double, mean: Double? = nil) -> DrawSummary {
    DrawSummary(median: median, low: median - half, high: median + half * 1.2, mean: mean ?? median)
  }

  /// Two visits of a wasted, inflamed woman with kidney failure.
  static let wasted: [Visit] = {
    var first = Visit(patient: 1, age: 63.4)
    first.codes = [
      .sex: 1, .ethnicity: 3, .diabetes: 1, .dialysis: 2, .hypertension: 2, .drugInsulin: 1, .drugLipid: 1,
      .drugBloodPressure: 2, .drugMTOR: 1, .fasting: 2,
    ]
    first.labs = [
      .glucose: 5.05, .insulin: 96, .creatinine: 512, .egfr: 8, .leptin: 4.2, .adiponectin: 21.5, .tnfAlpha: 12.4,
      .il6: 14.8, .albumin: 31, .crp: 22, .triglyceride: 1.9, .hdl: 0.98, .bmi: 18.9, .waist: 71, .sbp: 142, .dbp: 78,
      .bicarbonate: 19.5, .phosphate: 2.1,
    ]
    first.censored = [.leptin: .belowLimit, .creatinine: .aboveLimit]
    first.indices = [
      "homa_ir": .computed(3.591, caveat: .reducedInsulinClearance), "homa_b": .computed(206.45),
      "quicki": .computed(0.3183), "egfr_ckdepi_2021": .none(.notApplicable, .onDialysis), "egfr": .computed(8),
      "ckd_g": .computed(7), "ckd_a": .missing(InputSet(.uacr)), "tyg": .computed(8.94),
      "lep_adipo": .computed(0.1953, caveat: .censoredInput), "adipo_ir": .missing(InputSet(.ffa)),
    ]
    first.syndromes = [
      SyndromeValue(
        strict: .present, measured: .present, criteria: [.notMet, .met, .met, .met, .notMet],
        criteriaMeasured: [.notMet, .met, .met, .met, .notMet], missing: []),
      SyndromeValue(
        strict: .absent, measured: .absent, criteria: [.notMet, .met, .met, .met, .notMet],
        criteriaMeasured: [.notMet, .met, .met, .met, .notMet], missing: []),
    ]
    first.phenotype = PhenotypeResult(
      verdict: .suppressed, reasonCode: "clear",
      reason: "Muscle is resistant in 96 % of the draws, its mTORC1 is low and feedback is not the largest arm.",
      probabilities: [0.01, 0.855, 0, 0.135], probabilitiesByVariant: [[0.01, 0.87, 0, 0.12], [0.01, 0.84, 0, 0.15]],
      monteCarloErrorMax: 0.0176, draws: 398, failedDraws: 2,
      insulinResistance: [
        summary(0.92, 0.38, mean: 0.95), summary(0.31, 0.3, mean: 0.33), summary(0.55, 0.35, mean: 0.57),
      ],
      mtorc1: [summary(-0.88, 0.42), summary(-0.35, 0.4), summary(-0.61, 0.5)],
      arms: [[0.58, 0.21, -0.14, 0.30], [0.22, 0.13, -0.05, 0.03], [0.41, 0.16, -0.08, 0.08]], labsMissing: [.ffa],
      drivers: [
        DriverEffect(driver: .insulin, insulinResistance: [-0.04, 0, -0.01], mtorc1: [-0.02, -0.01, 0]),
        DriverEffect(driver: .tnfAlpha, insulinResistance: [-0.21, 0.004, -0.33], mtorc1: [0.12, 0, 0.2]),
        DriverEffect(driver: .kidney, insulinResistance: [-0.58, -0.02, -0.2], mtorc1: [0.31, 0.03, 0.12]),
      ], guards: [], caveats: ["The fasting state rests on the file alone."])
    first.kept = ["north", "control"]
    for (place, analyte) in Analyte.allCases.enumerated() where first.labs[analyte] != nil {
      first.provenance[analyte] = Provenance(
        file: "F001", row: 12, column: place + 4, columnName: analyte.info.label,
        rawText: "\(first.labs[analyte] ?? 0)", rawUnit: analyte.info.unit, factor: 1)
    }
    first.provenance[.insulin] = Provenance(
      file: "F001", row: 12, column: 6, columnName: "Insulin (uU/mL)", rawText: "16", rawUnit: "uU/mL", factor: 6)
    first.provenance[.leptin]?.rawText = "<8.4"
    var second = first
    second.ordinal = 2
    second.day = 184
    second.labs[.ffa] = 0.81
    second.labs[.tnfAlpha] = nil
    second.phenotype?.verdict = .indeterminate
    second.phenotype?.reasonCode = "guard_crp"
    second.phenotype?.reason = "CRP is above 50 mg/L: an acute inflammation hides the habitual state."
    second.phenotype?.guards = ["guard_crp"]
    second.phenotype?.probabilities = [0.02, 0.61, 0.05, 0.32]
    second.phenotype?.labsMissing = [.tnfAlpha]
    return [first, second]
  }()

  /// A man with obesity and type 2 diabetes; everything of the mechanism measured.
  static let obese: Visit = {
    var visit = Visit(patient: 2, age: 54)
    visit.codes = [.sex: 2, .ethnicity: 1, .diabetes: 3, .dialysis: 1, .drugGlucose: 2, .fasting: 2]
    visit.labs = [
      .glucose: 8.4, .insulin: 180, .egfr: 74, .leptin: 31, .adiponectin: 3.1, .tnfAlpha: 2.2, .il6: 2.4, .ffa: 0.7,
      .waist: 118, .bmi: 36.2, .triglyceride: 2.8, .hdl: 0.9, .sbp: 148, .dbp: 92,
    ]
    visit.indices = [
      "homa_ir": .computed(11.2), "egfr": .computed(74), "ckd_g": .computed(2), "ckd_a": .computed(1),
      "quicki": IndexValue(value: 0.27, status: .outOfRange, reason: .outsideValidatedRange),
    ]
    let all = SyndromeValue(
      strict: .present, measured: .present, criteria: CriterionStates(repeating: .met, count: 5),
      criteriaMeasured: CriterionStates(repeating: .met, count: 5), missing: [])
    visit.syndromes = [all, all]
    visit.phenotype = PhenotypeResult(
      verdict: .overactivated, reasonCode: "clear",
      reason: "Muscle is resistant in 99 % of the draws, its mTORC1 is high and feedback is its largest arm.",
      probabilities: [0, 0, 0.78, 0.22], probabilitiesByVariant: [[0, 0, 0.9, 0.1], [0, 0, 0.66, 0.34]],
      monteCarloErrorMax: 0.0207, draws: 400, failedDraws: 0,
      insulinResistance: [summary(1.2, 0.3), summary(0.8, 0.35), summary(0.9, 0.4)],
      mtorc1: [summary(0.7, 0.3), summary(0.9, 0.25), summary(0.2, 0.5)],
      arms: [[0.2, 0.3, 0.6, 0.1], [0.15, 0.25, 0.4, 0], [0.2, 0.3, 0.4, 0]], labsMissing: [], guards: [], caveats: [])
    visit.kept = ["south", ""]
    return visit
  }()

  /// The mechanism was not run, almost nothing is known.
  static let bare: Visit = {
    var visit = Visit(patient: 3, day: nil, age: .nan)
    visit.labs = [.glucose: 5.4]
    return visit
  }()

  /// A very old person in whom nothing could be solved.
  static let old: Visit = {
    var visit = Visit(patient: 4, age: 93.2)
    visit.codes = [.sex: 1]
    let nan = Double.nan
    visit.phenotype = PhenotypeResult(
      verdict: .indeterminate, reasonCode: "not_solved", reason: "No state of the model could be certified.",
      probabilities: [nan, nan, nan, nan], probabilitiesByVariant: [], monteCarloErrorMax: nan, draws: 0,
      failedDraws: 400, insulinResistance: [.none, .none, .none], mtorc1: [], arms: [],
      labsMissing: Analyte.mechanismLabs, guards: [], caveats: [])
    return visit
  }()

  static let cohort = wasted + [obese, bare, old]
}

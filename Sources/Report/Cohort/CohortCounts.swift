import Domain

/// What a cohort page counts: each patient once, at the baseline visit. Its size does not grow with the cohort.
struct CohortCounts: Sendable {
  /// Baseline visits, one a patient.
  private(set) var patients = 0
  /// All visits.
  private(set) var visits = 0
  /// Patients by `Verdict.rawValue`; the last entry counts those for whom the mechanism was not run.
  private(set) var verdicts = Array(repeating: 0, count: Verdict.allCases.count + 1)
  /// Patients by CKD stage (levels of `ckd_g`, then not known), then verdict.
  private(set) var stages: [[Int]]
  /// Patients by syndrome definition, then `SyndromeState.rawValue`.
  private(set) var strict: [[Int]]
  /// The same from measurements alone.
  private(set) var measured: [[Int]]
  /// Patients in whom each lab of the mechanism is known.
  private(set) var labs = Array(repeating: 0, count: Analyte.mechanismLabs.count)

  private let stagePlace: Int?
  /// Indices that carry labs of the mechanism.
  private let carriers: [Int?]
  private let levels: Int

  init(catalogue: Catalogue) {
    stagePlace = catalogue.indices.firstIndex { $0.id == "ckd_g" }
    carriers = Analyte.mechanismLabs.map { KnownLabs.carrier($0, catalogue) }
    levels = stagePlace.map { catalogue.indices[$0].levels.count } ?? 0
    stages = Array(repeating: verdicts, count: levels + 1)
    strict = Array(repeating: [0, 0, 0], count: catalogue.syndromes.count)
    measured = strict
  }

  mutating func add(_ block: ScoredBlock) {
    visits += block.panel.count
    for row in 0..<block.panel.count where block.panel.visits[row].ordinal == 1 {
      patients += 1
      let result = block.phenotypes.at(row) ?? nil
      let verdict = result.map { Int($0.verdict.rawValue) } ?? Verdict.allCases.count
      verdicts[verdict] += 1
      let value = stagePlace.flatMap { block.indices.at($0)?.at(row)?.value } ?? .nan
      let stage = value >= 1 && value <= Double(levels) ? Int(value) - 1 : levels
      stages[stage][verdict] += 1
      for place in strict.indices {
        guard let answer = block.syndromes.at(place)?.at(row) else { continue }
        strict[place][Int(answer.strict.rawValue)] += 1
        measured[place][Int(answer.measured.rawValue)] += 1
      }
      for (place, analyte) in Analyte.mechanismLabs.enumerated()
      where KnownLabs.contains(analyte, block, row: row, carrier: carriers[place]) {
        labs[place] += 1
      }
    }
  }
}

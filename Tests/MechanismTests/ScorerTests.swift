import Domain
import Engine
import Testing

@testable import Mechanism

@Suite struct ScorerTests {
  static let scorer = Result { try Scorer.shipped(draws: 64, stopsEarly: false) }

  /// The shipped model and ensemble at another number of draws.
  private func scorer(draws: Int) throws -> Scorer {
    let shipped = try Self.scorer.get()
    return try Scorer(
      model: shipped.model, ensemble: shipped.ensemble, comparison: shipped.comparison, draws: draws, stopsEarly: false)
  }

  private func score(_ patients: [TestPatient]) throws -> [PhenotypeResult] {
    try Self.scorer.get().score(PanelBlock(patients))
  }

  @Test func leanHealthyPersonIsSensitive() throws {
    let result = try score([.lean])[0]
    #expect(result.verdict == .sensitive)
    #expect(result.reasonCode == "clear")
    #expect(result.failedDraws == 0)
    #expect(result.labsMissing.isEmpty)
  }

  /// Claim P01: CKD with inflammation and wasting: resistant, mTORC1 below reference, suppressed the likeliest class.
  @Test func wastingLeansToSuppressed() throws {
    let result = try score([.wasted])[0]
    let muscle = Tissue.muscle.rawValue
    #expect(result.insulinResistance[muscle].low > 0)
    #expect(result.mtorc1[muscle].high < 0)
    #expect(result.arms[muscle][Arm.upstream.rawValue] == result.arms[muscle].max())
    #expect(VerdictRule.top(result.probabilities) == .suppressed)
    #expect(result.verdict == .suppressed)
  }

  /// Overnutrition is resistant with mTORC1 above the reference, and never suppressed. Whether feedback is its largest arm
  /// (claim P02) hangs on the cytokines and leptin of the person: `rheostat experiments` and docs/calibration.md report it.
  @Test func overnutritionIsResistantWithHighMTORC1() throws {
    let result = try score([.overfed])[0]
    let muscle = Tissue.muscle.rawValue
    #expect(result.insulinResistance[muscle].median > 0)
    #expect(result.mtorc1[muscle].median > 0)
    #expect(result.probabilities[PhenotypeClass.suppressed.rawValue] < 0.05)
    #expect(result.probabilities[PhenotypeClass.sensitive.rawValue] < 0.5)
  }

  /// A response at its floor cannot fall further, and the page says so.
  @Test func anIndexAtItsCeilingIsSaidToBeALowerBound() throws {
    var patient = TestPatient.overfed
    patient.labs[.glucose] = 18
    patient.labs[.insulin] = 500
    patient.labs[.tnfAlpha] = 12
    patient.labs[.ffa] = 1.5
    let worst = try score([patient])[0]
    #expect(worst.caveats.contains { $0.contains("lower bound: muscle in ") }, "\(worst.caveats)")
    let healthy = try score([.lean])[0]
    #expect(!healthy.caveats.contains { $0.contains("lower bound: muscle in ") })
  }

  /// ADA 2024: 6.5 % (48 mmol/mol) is diabetes. Known diabetes and one known by HbA1c are the same people.
  @Test func haemoglobinA1cTellsOfDiabetesThatNobodyStated() throws {
    func index(_ diabetes: Diabetes, _ hba1c: Double) throws -> Double {
      var patient = TestPatient.lean
      patient.codes[.diabetes] = diabetes.rawValue
      patient.labs[.hba1c] = hba1c
      // What diabetes changes is what is drawn.
      for lab in [Analyte.ffa, .leptin, .adiponectin, .insulin] { patient.labs[lab] = nil }
      return try score([patient])[0].insulinResistance[Tissue.muscle.rawValue].median
    }
    #expect(try index(.unknown, 65) == index(.unspecified, 65))
    #expect(try index(.unknown, 40) == index(.none, 40))
    #expect(try index(.unknown, 65) != index(.unknown, 40))
  }

  @Test func armsSumToTheMeanIndexAndSharesToOne() throws {
    for result in try score([.lean, .wasted, .overfed]) {
      for tissue in Tissue.allCases.map(\.rawValue) {
        #expect(abs(result.arms[tissue].reduce(0, +) - result.insulinResistance[tissue].mean) < 1e-12)
      }
      #expect(abs(result.probabilities.reduce(0, +) - 1) < 1e-12)
      for shares in result.probabilitiesByVariant { #expect(abs(shares.reduce(0, +) - 1) < 1e-12) }
      // 64 draws: p = (k + 1/2) / 65 with the class nearest to one half.
      let errors = result.probabilities.map { share in
        let p = (share * 64 + 0.5) / 65
        return (p * (1 - p) / 64).squareRoot()
      }
      #expect(abs(result.monteCarloErrorMax - (errors.max() ?? .nan)) < 1e-12)
    }
  }

  /// In every draw, not only on average.
  @Test func armsSumInEveryDraw() throws {
    let scorer = try Self.scorer.get()
    var evaluator = scorer.makeEvaluator()
    let patient = PatientDraws(row: PanelBlock([.wasted])[0], computedGFR: nil, scorer: scorer)
    let draws = scorer.scoredDraws(of: patient, 0..<64, &evaluator)
    #expect(draws.count == 64)
    for outcome in draws.map(\.outcome) {
      for (arms, index) in zip(outcome.arms, outcome.index) { #expect(abs(arms.reduce(0, +) - index) < 1e-12) }
    }
  }

  /// A link cut in the file has no arm, whatever the labs.
  @Test(arguments: [
    (Arm.lipid, "w_lipid"), (.upstream, "w_stress w_stress_slow"), (.feedback, "w_s6k w_s6k_slow w_grb10"),
  ]) func cuttingALinkZeroesItsArm(arm: Arm, weights: String) throws {
    var text = MechanismModelTests.shippedText
    for weight in weights.split(separator: " ") {
      let pattern = try Regex("(<parameter [^>]*id=\"\(weight)_m\"[^>]* value=\")[^\"]*(\")")
      #expect(text.contains(pattern))
      text.replace(pattern) { match in
        "\(match.output[1].substring ?? "")0\(match.output[2].substring ?? "")"
      }
    }
    let model = try MechanismModel(Model(sbml: Array(text.utf8), name: "cut"))
    // The file's own values, the weight that was cut among them.
    let ensemble = ParameterEnsemble(parameters: [], sets: [[]])
    let comparison = try HealthyBandComputation(model: model, people: 100).reference(of: ensemble)
    let scorer = try Scorer(model: model, ensemble: ensemble, comparison: comparison, draws: 8)
    for result in scorer.score(PanelBlock([.wasted, .overfed])) {
      #expect(result.arms[Tissue.muscle.rawValue][arm.rawValue] == 0)
      #expect(result.arms[Tissue.muscle.rawValue].contains { $0 != 0 })
    }
  }

  /// The same bits alone, in blocks of 7, in one block of 64, and in another order.
  @Test func blocksAndOrderChangeNothing() throws {
    let scorer = try scorer(draws: 16)
    let kinds = [TestPatient.lean, .wasted, .overfed]
    var patients = (0..<64).map { number in
      var patient = kinds[number % 3]
      patient.key = UInt64(1000 + number)
      patient.labs[.insulin]? *= 1 + Double(number) / 100
      if number % 4 == 0 { patient.labs[.leptin] = nil }
      return patient
    }
    let whole = scorer.score(PanelBlock(patients))
    for size in [1, 7] {
      var parts: [PhenotypeResult] = []
      var begin = 0
      while begin < patients.count {
        let end = min(begin + size, patients.count)
        parts += scorer.score(PanelBlock(Array(patients[begin..<end])))
        begin = end
      }
      #expect(parts == whole)
    }
    patients.reverse()
    #expect(scorer.score(PanelBlock(patients)) == whole.reversed())
  }

  /// Hiding labs widens the answer, and each hidden lab is named.
  @Test func missingLabsWidenTheAnswer() throws {
    var hidden = TestPatient.wasted
    for lab in [Analyte.insulin, .tnfAlpha, .il6, .adiponectin, .leptin, .bmi, .albumin] { hidden.labs[lab] = nil }
    let results = try score([.wasted, hidden])
    let muscle = Tissue.muscle.rawValue
    let spread = results.map { $0.mtorc1[muscle].high - $0.mtorc1[muscle].low }
    // The spread that the parameters themselves bring stays in both.
    #expect(spread[1] > 1.1 * spread[0])
    #expect(results[0].labsMissing.isEmpty)
    #expect(results[1].labsMissing == [.insulin, .leptin, .adiponectin, .tnfAlpha, .il6])
  }

  @Test func withoutLabsTheAnswerIsWithheldWithItsReason() throws {
    var nothing = TestPatient.lean
    nothing.labs = [:]
    let result = try score([nothing])[0]
    #expect(result.verdict == .indeterminate)
    #expect(result.reasonCode == "labs_missing")
    #expect(result.labsMissing == Analyte.mechanismLabs)
    #expect(abs(result.probabilities.reduce(0, +) - 1) < 1e-12)
  }

  @Test func aGuardWithholdsTheAnswerOfAClearCase() throws {
    var patient = TestPatient.lean
    patient.codes[.drugMTOR] = TestPatient.yes
    let result = try score([patient])[0]
    #expect(result.verdict == .indeterminate)
    #expect(result.reasonCode == "guard_mtor_inhibitor")
    #expect(result.guards == ["mtor_inhibitor"])
  }

  /// A computed GFR stands in where none is reported, and is not used where one is.
  @Test func computedFiltrationFillsIn() throws {
    let scorer = try Self.scorer.get()
    var patient = TestPatient.lean
    patient.labs[.egfr] = 20
    let reported = scorer.score(PanelBlock([patient]), computedGFR: [100])
    #expect(reported == scorer.score(PanelBlock([patient])))
    patient.labs[.egfr] = nil
    #expect(scorer.score(PanelBlock([patient]), computedGFR: [20]) == reported)
    #expect(scorer.score(PanelBlock([patient]), computedGFR: [.nan])[0].labsMissing == [.egfr])
  }

  /// Labs at either end of what the dictionary lets through are solved too, one by one and all at once.
  @Test func extremeLabsAreSolved() throws {
    let labs = PopulationVariable.allCases.map(\.analyte) + [.egfr]
    var patients: [TestPatient] = []
    for lab in labs {
      for value in [lab.info.plausible.lowerBound, lab.info.plausible.upperBound] {
        var patient = TestPatient.lean
        patient.labs[lab] = value
        patients.append(patient)
      }
    }
    for upper in [false, true] {
      var patient = TestPatient.lean
      for lab in labs { patient.labs[lab] = upper ? lab.info.plausible.upperBound : lab.info.plausible.lowerBound }
      patients.append(patient)
    }
    let scorer = try scorer(draws: 8)
    for result in scorer.score(PanelBlock(patients)) {
      #expect(result.failedDraws == 0)
      #expect(result.draws == 8)
      for summary in result.insulinResistance + result.mtorc1 { #expect(summary.mean.isFinite) }
    }
  }
}

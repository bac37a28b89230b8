import Domain
import Engine

/// The draws of one visit: what is usual in the person, given what was measured once and what people like them have.
///
/// Draw d uses streams keyed by the visit and counted by (purpose, d), so that no other visit, block or thread moves
/// it. Every draw consumes the same numbers whatever is missing: measuring one lab more leaves the rest in place.
struct PatientDraws {
  private enum Purpose: UInt32 { case error = 1, missing, person }

  let row: PanelRow
  /// The GFR as reported or computed, where there is one; on dialysis it is not used.
  let gfr: Double?
  let scorer: Scorer
  private let known: [Bool]
  /// By `PopulationVariable`; not a number where not measured. And the ln of it.
  private let measured, logMeasured: [Double]
  /// Sigma of the laboratory error of each variable.
  private let errorSigma: [Double]
  /// By diabetes: no, yes.
  private let usualValues: [UsualValueDraw]

  init(row: PanelRow, computedGFR: Double?, scorer: Scorer) {
    self.row = row
    self.scorer = scorer
    gfr = row.value(.egfr) ?? computedGFR
    let measured = PopulationVariable.allCases.map { Self.usable(row.value($0.analyte)) }
    let known = measured.map { $0 != nil }
    self.known = known
    self.measured = measured.map { $0 ?? .nan }
    logMeasured = measured.map { $0.map(Elementary.logarithm) ?? .nan }
    errorSigma = PopulationVariable.allCases.map { scorer.error.sigma($0.analyte) }
    usualValues = [false, true].map {
      scorer.population.usualValues(known: known, diabetes: $0, error: scorer.error)
    }
  }

  /// One draw.
  struct Draw {
    /// With their usual values.
    let person: Person
    /// By `PopulationVariable`: as measured; what was not measured as it would have been.
    let measured: [Double]
  }

  /// Only a positive finite value has a logarithm.
  private static func usable(_ value: Double?) -> Double? {
    guard let value, value.isFinite, value > 0 else { return nil }
    return value
  }

  /// Draw `d` of the person.
  func draw(_ d: UInt32) -> Draw {
    let key = row.visit.randomKey
    var errorStream = RandomStream(key: key, purpose: Purpose.error.rawValue, draw: d)
    var missingStream = RandomStream(key: key, purpose: Purpose.missing.rawValue, draw: d)
    var personStream = RandomStream(key: key, purpose: Purpose.person.rawValue, draw: d)
    let constants = scorer.constants

    let errors = (0..<PopulationVariable.count).map { _ in errorStream.normal() }
    let gfrError = errorStream.normal()
    let prealbuminError = errorStream.normal()
    let normals = (0..<PopulationVariable.count).map { _ in missingStream.normal() }
    let (sexDraw, diabetesDraw) = (personStream.uniform(), personStream.uniform())
    let (ageDraw, gfrDraw) = (personStream.normal(), personStream.normal())

    let sex = row.sex == .unknown ? (sexDraw < 0.5 ? Sex.female : .male) : row.sex
    let age = row.age ?? constants[.ageUnknownMean] + constants[.ageUnknownSD] * ageDraw
    let trueGFR =
      gfr.map { scorer.error.perturb($0, .egfr, normal: gfrError) }
      ?? max(
        5,
        constants[.gfrUnknownAtForty] + constants[.gfrUnknownPerYear] * (age - 40) + constants[.gfrUnknownSD] * gfrDraw)
    let diabetes = isDiabetic(gfr: trueGFR, uniform: diabetesDraw)

    let means = scorer.population.means(
      sex: sex, age: age, gfr: trueGFR, dialysis: row.dialysis, diabetes: diabetes)
    let deviations = usualValues[diabetes ? 1 : 0].deviations(
      measured: means.indices.map { logMeasured[$0] - means[$0] }, normals: normals, errors: errors)
    let values = means.indices.map { Elementary.exponential(means[$0] + deviations[$0]) }
    let person = Person(
      sex: sex, age: age, diabetes: diabetes, dialysis: row.dialysis, gfr: trueGFR, values: values,
      prealbumin: Self.usable(row.value(.prealbumin)).map {
        scorer.error.perturb($0, .prealbumin, normal: prealbuminError)
      }, ktV: Self.usable(row.value(.ktV)), residualClearance: row.value(.residualClearance))
    return Draw(
      person: person,
      measured: values.indices.map {
        known[$0] ? measured[$0] : values[$0] * Elementary.exponential(errorSigma[$0] * errors[$0])
      })
  }

  private func isDiabetic(gfr: Double, uniform: Double) -> Bool {
    let constants = scorer.constants
    switch row.diabetes {
    case .none: return false
    case .type1, .type2, .unspecified: return true
    case .unknown:
      // A glucose-lowering drug settles nothing: SGLT2 inhibitors are taken for the kidney alone.
      if let hba1c = Self.usable(row.value(.hba1c)), hba1c >= constants[.diabetesHaemoglobinA1c] { return true }
      if let glucose = Self.usable(row.value(.glucose)) { return glucose >= constants[.diabetesGlucose] }
      let reduced = row.dialysis.isTreated || gfr < 60
      return uniform < constants[reduced ? .diabetesPrevalenceCKD : .diabetesPrevalence]
    }
  }
}

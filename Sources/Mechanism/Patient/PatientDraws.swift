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
  /// By diabetes: no, yes.
  private let usualValues: [UsualValueDraw]

  init(row: PanelRow, computedGFR: Double?, scorer: Scorer) {
    self.row = row
    self.scorer = scorer
    gfr = row.value(.egfr) ?? computedGFR
    let known = PopulationVariable.allCases.map { Self.usable(row.value($0.analyte)) != nil }
    self.known = known
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

    let errors = PopulationVariable.allCases.map { _ in errorStream.normal() }
    let gfrError = errorStream.normal()
    let prealbuminError = errorStream.normal()
    let normals = PopulationVariable.allCases.map { _ in missingStream.normal() }
    let (sexDraw, diabetesDraw) = (personStream.uniform(), personStream.uniform())
    let (ageDraw, gfrDraw) = (personStream.normal(), personStream.normal())

    let sex = row.sex == .unknown ? (sexDraw < 0.5 ? Sex.female : .male) : row.sex
    let age = row.age ?? constants[.ageUnknownMean] + constants[.ageUnknownSD] * ageDraw
    let trueGFR =
      gfr.map { scorer.error.perturb($0, .egfr, normal: gfrError) }
      ?? max(
        5, constants[.gfrUnknownAt40] + constants[.gfrUnknownPerYear] * (age - 40) + constants[.gfrUnknownSD] * gfrDraw)
    let diabetes = isDiabetic(gfr: trueGFR, uniform: diabetesDraw)

    let means = PopulationVariable.allCases.map {
      scorer.population.distribution(
        $0, sex: sex, age: age, gfr: trueGFR, dialysis: row.dialysis, diabetes: diabetes
      ).mean
    }
    let measured = PopulationVariable.allCases.map { row.value($0.analyte) ?? .nan }
    let deviations = usualValues[diabetes ? 1 : 0].deviations(
      measured: measured.indices.map { known[$0] ? Elementary.logarithm(measured[$0]) - means[$0] : 0 },
      normals: normals, errors: errors)
    let values = means.indices.map { Elementary.exponential(means[$0] + deviations[$0]) }
    let person = Person(
      sex: sex, age: age, diabetes: diabetes, dialysis: row.dialysis, gfr: trueGFR, values: values,
      prealbumin: Self.usable(row.value(.prealbumin)).map {
        scorer.error.perturb($0, .prealbumin, normal: prealbuminError)
      }, ktV: Self.usable(row.value(.ktV)), residualClearance: row.value(.residualClearance))
    return Draw(
      person: person,
      measured: PopulationVariable.allCases.map { variable in
        let place = variable.rawValue
        return known[place]
          ? measured[place] : scorer.error.perturb(values[place], variable.analyte, normal: errors[place])
      })
  }

  private func isDiabetic(gfr: Double, uniform: Double) -> Bool {
    let constants = scorer.constants
    switch row.diabetes {
    case .none: return false
    case .type1, .type2, .unspecified: return true
    case .unknown:
      if let glucose = Self.usable(row.value(.glucose)) { return glucose >= constants[.diabetesGlucose] }
      let reduced = row.dialysis.isTreated || gfr < 60
      return uniform < constants[reduced ? .diabetesPrevalenceCKD : .diabetesPrevalence]
    }
  }
}

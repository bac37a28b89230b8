import Domain
import Foundation

/// What stays with a person from visit to visit.
struct Person {
  /// Standard normal numbers that make a person high or low in something at every visit.
  struct Tendencies {
    var insulin, glucose, leptin, adiponectin, inflammation, il6, tnf, crp, ffa, triglyceride, hdl, ldl, albumin, uacr,
      pressure: Double
  }

  /// Where a person is seen decides what is measured there.
  enum Site: String {
    /// A research centre: every lab.
    case north = "North, research"
    /// Every lab, and the laboratory reports eGFR itself.
    case south = "South"
    /// Routine labs only.
    case east = "East"
  }

  let number: Int
  let archetype: Archetype
  let traits: Traits
  let female: Bool
  let ethnicity: String
  let age: Double
  let height: Double
  let bmi: Double
  let waistResidual: Double
  let egfr: Double
  /// Loss of eGFR in mL/min/1.73 m2 a year.
  let decline: Double
  let hypertensive, lipidDrug, insulinTreated, sirolimus, steroid: Bool
  let site: Site
  let tendencies: Tendencies
  let visits: Int
  let firstDay: Int

  /// `S-0001`: no real number looks so.
  var identifier: String {
    let digits = String(number)
    return "S-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  var dialysis: String {
    switch archetype {
    case .haemodialysis, .wasted: "haemodialysis"
    case .peritonealDialysis: "peritoneal"
    default: "none"
    }
  }

  /// The person with a number, from 1: always the same, whoever else is in the cohort.
  init(number: Int, seed: UInt64) {
    var random = RandomStream(key: seed, purpose: Purpose.person.rawValue, draw: UInt32(truncatingIfNeeded: number))
    self.number = number
    archetype = Archetype.of(person: number)
    let traits = archetype.traits
    self.traits = traits
    female = random.uniform() < 0.5
    ethnicity = Self.choose(
      random.uniform(),
      [
        ("europid", 0.48), ("chinese", 0.16), ("south_asian", 0.12), ("sub_saharan_african", 0.08), ("japanese", 0.05),
        ("middle_eastern", 0.05), ("", 0.06),
      ])
    age = min(max(traits.age + 11 * random.normal(), 21), 91).rounded(.down)
    // Adult heights: choice of this generator.
    height = (female ? 162 : 175) + 6.5 * random.normal()
    bmi = max(traits.bmi + traits.bmiSpread * min(max(random.normal(), -2), 2), 15.5)
    waistResidual = random.normal()
    egfr = traits.egfr.lowerBound + (traits.egfr.upperBound - traits.egfr.lowerBound) * random.uniform()
    decline = max(0, (traits.uacr > 50 ? 2.5 : 0.8) + random.normal())
    hypertensive = random.uniform() < traits.hypertension
    lipidDrug = random.uniform() < traits.lipidDrug
    insulinTreated = traits.diabetic && random.uniform() < 0.3
    // Half of those with a transplant each, and every combination, rather than by chance: a cohort of 400 has only twenty.
    sirolimus = archetype == .transplanted && number / 20 % 2 == 0
    steroid = archetype == .transplanted && number / 20 % 4 < 2
    let place = random.uniform()
    site = place < 0.5 ? .north : place < 0.85 ? .south : .east
    tendencies = Tendencies(
      insulin: random.normal(), glucose: random.normal(), leptin: random.normal(), adiponectin: random.normal(),
      inflammation: random.normal(), il6: random.normal(), tnf: random.normal(), crp: random.normal(),
      ffa: random.normal(), triglyceride: random.normal(), hdl: random.normal(), ldl: random.normal(),
      albumin: random.normal(), uacr: random.normal(), pressure: random.normal())
    let several = random.uniform()
    visits = several < 0.70 ? 1 : several < 0.85 ? 2 : several < 0.95 ? 3 : 4
    // 2021-01-01 is day 18,628.
    firstDay = 18_628 + Int(700 * random.uniform())
  }

  private static func choose(_ uniform: Double, _ shares: [(String, Double)]) -> String {
    var left = uniform
    for (name, share) in shares {
      left -= share
      if left < 0 { return name }
    }
    return shares.last?.0 ?? ""
  }
}

/// What random numbers are for; part of their counter.
enum Purpose: UInt32 {
  case person = 1
  case visit = 2
  case missing = 3
  case extra = 4
}

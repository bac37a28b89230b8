import Domain

/// A kind of person in the synthetic cohort: each is there to exercise a part of the analysis (see sample-data/README.md).
///
/// Means and ranges are choices of this generator, made so that the groups differ in the way their names say; what is
/// taken from published work stands in `Relations`.
enum Archetype: CaseIterable {
  case healthy, lean, obese, diabetic
  case ckdG1, ckdG2, ckdG3a, ckdG3b, ckdG4, ckdG5
  case diabeticKidney, haemodialysis, peritonealDialysis, transplanted, wasted

  /// One entry a place in a cycle of twenty people: shares are exact, and adding people changes nobody.
  private static let cycle: [Archetype] = [
    .healthy, .ckdG3a, .haemodialysis, .obese, .diabeticKidney, .ckdG1, .peritonealDialysis, .diabetic, .ckdG4,
    .transplanted, .healthy, .ckdG3b, .haemodialysis, .obese, .diabeticKidney, .ckdG2, .wasted, .diabetic, .ckdG5,
    .lean,
  ]

  /// The archetype of the person with this number, from 1.
  static func of(person number: Int) -> Archetype { cycle[(number - 1) % cycle.count] }

  var traits: Traits {
    switch self {
    case .healthy: Traits(age: 48, bmi: 24.2, bmiSpread: 2.2, egfr: 88...112, uacr: 6)
    case .lean: Traits(age: 34, bmi: 20.0, bmiSpread: 0.9, egfr: 95...118, uacr: 5)
    case .obese: Traits(age: 50, bmi: 35.5, bmiSpread: 3.4, egfr: 78...112, uacr: 11, hypertension: 0.6, lipidDrug: 0.3)
    case .diabetic:
      Traits(
        age: 58, bmi: 31, bmiSpread: 4, egfr: 68...105, uacr: 25, hypertension: 0.65, lipidDrug: 0.6, diabetic: true)
    case .ckdG1: Traits(age: 42, bmi: 26, bmiSpread: 3.5, egfr: 91...108, uacr: 180, hypertension: 0.45, lipidDrug: 0.2)
    case .ckdG2: Traits(age: 51, bmi: 26.5, bmiSpread: 3.5, egfr: 62...88, uacr: 150, hypertension: 0.6, lipidDrug: 0.3)
    case .ckdG3a: Traits(age: 60, bmi: 27, bmiSpread: 4, egfr: 46...58.5, uacr: 90, hypertension: 0.75, lipidDrug: 0.4)
    case .ckdG3b: Traits(age: 63, bmi: 27, bmiSpread: 4, egfr: 31...43.5, uacr: 160, hypertension: 0.8, lipidDrug: 0.45)
    case .ckdG4:
      Traits(age: 64, bmi: 26.5, bmiSpread: 4, egfr: 16...28.5, uacr: 420, hypertension: 0.88, lipidDrug: 0.5)
    case .ckdG5: Traits(age: 62, bmi: 25.5, bmiSpread: 3.5, egfr: 7...14, uacr: 900, hypertension: 0.9, lipidDrug: 0.5)
    case .diabeticKidney:
      Traits(
        age: 65, bmi: 30.5, bmiSpread: 4.5, egfr: 18...58, uacr: 480, hypertension: 0.9, lipidDrug: 0.75, diabetic: true
      )
    case .haemodialysis:
      Traits(age: 60, bmi: 25, bmiSpread: 4, egfr: 4...9, uacr: 900, hypertension: 0.85, lipidDrug: 0.4)
    case .peritonealDialysis:
      Traits(age: 55, bmi: 26, bmiSpread: 3.6, egfr: 4...10, uacr: 900, hypertension: 0.85, lipidDrug: 0.4)
    case .transplanted:
      Traits(age: 50, bmi: 27, bmiSpread: 3.8, egfr: 32...78, uacr: 60, hypertension: 0.85, lipidDrug: 0.6)
    case .wasted: Traits(age: 68, bmi: 18.3, bmiSpread: 0.9, egfr: 5...14, uacr: 500, hypertension: 0.7, lipidDrug: 0.2)
    }
  }
}

/// What an archetype fixes of a person.
struct Traits {
  /// Mean age in years; the spread is 11 years.
  var age: Double
  /// Mean and standard deviation of body mass index in kg/m2.
  var bmi: Double
  var bmiSpread: Double
  /// eGFR at the first visit, mL/min/1.73 m2 (on dialysis: what a creatinine in the blood would seem to say).
  var egfr: ClosedRange<Double>
  /// Median urine albumin/creatinine ratio in mg/g.
  var uacr: Double
  /// Shares with hypertension and with a lipid drug.
  var hypertension = 0.12
  var lipidDrug = 0.05
  var diabetic = false
}

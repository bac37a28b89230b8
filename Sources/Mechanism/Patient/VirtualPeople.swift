import Domain
import Engine

/// The people behind the healthy bands: lean, without diabetes or kidney disease, and without what `isHealthy` excludes.
///
/// They go the way of a patient: measured once, with error, and then drawn from what was measured.
struct VirtualPeople {
  /// The key of their random streams: any fixed number would do.
  private static let key: UInt64 = 0x5248_454f_5354_4154

  private let constants: MappingConstants
  private let population: PopulationModel
  private let error: LaboratoryError
  /// Draws of people of whom the BMI is given, and of people in whom everything was measured.
  private let lean, measured: UsualValueDraw

  init(_ constants: MappingConstants, _ population: PopulationModel, _ error: LaboratoryError) {
    self.constants = constants
    self.population = population
    self.error = error
    lean = population.usualValues(
      known: PopulationVariable.allCases.map { $0 == .bmi }, diabetes: false, error: error)
    measured = population.usualValues(
      known: PopulationVariable.allCases.map { _ in true }, diabetes: false, error: error)
  }

  /// One of them, always the same by number and sex.
  func person(_ number: UInt32, sex: Sex) -> Person {
    var stream = RandomStream(key: Self.key, purpose: sex == .female ? 0 : 1, draw: number)
    func between(_ low: MappingConstants.Name, _ high: MappingConstants.Name, _ u: Double) -> Double {
      constants[low] + (constants[high] - constants[low]) * u
    }
    func normals() -> [Double] { PopulationVariable.allCases.map { _ in stream.normal() } }
    var person = Person(sex: sex, age: 0, diabetes: false, dialysis: .none, gfr: 0, values: [])
    func means() -> [Double] {
      population.means(sex: sex, age: person.age, gfr: person.gfr, dialysis: .none, diabetes: false)
    }
    // A person who is not healthy is drawn again; the limit only guards against a table that admits nobody.
    for _ in 0..<1000 {
      person.age = between(.healthyAgeLow, .healthyAgeHigh, stream.uniform())
      person.gfr = between(.healthyGFRLow, .healthyGFRHigh, stream.uniform())
      let bmi = between(.healthyBMILow, .healthyBMIHigh, stream.uniform())
      let means = means()
      var known = Array(repeating: 0.0, count: PopulationVariable.count)
      let place = PopulationVariable.bmi.rawValue
      known[place] = Elementary.logarithm(bmi) - means[place]
      let usual = lean.deviations(measured: known, normals: normals(), errors: normals())
      person.values = usual.indices.map { Elementary.exponential(means[$0] + usual[$0]) }
      if isHealthy(person) { break }
    }
    person.gfr = error.perturb(person.gfr, .egfr, normal: stream.normal())
    let means = means()
    let seen = PopulationVariable.allCases.map { variable in
      Elementary.logarithm(error.perturb(person[variable], variable.analyte, normal: stream.normal()))
        - means[variable.rawValue]
    }
    let drawn = measured.deviations(measured: seen, normals: normals(), errors: normals())
    person.values = drawn.indices.map { Elementary.exponential(means[$0] + drawn[$0]) }
    person.gfr = error.perturb(person.gfr, .egfr, normal: stream.normal())
    return person
  }

  /// No raised glucose, no inflammation, no deficit of vitamin D, no acidosis.
  private func isHealthy(_ person: Person) -> Bool {
    person[.glucose] < constants[.healthyGlucoseLimit] && person[.crp] < constants[.healthyCRPLimit]
      && person[.vitaminD] >= constants[.healthyVitaminDLimit]
      && person[.bicarbonate] >= constants[.healthyBicarbonateLimit]
  }
}

import Dispatch
import Domain
import Engine
import Statistics
import Synchronization

/// Computes what people are compared with under each parameter set of an ensemble: states of the reference persons and
/// healthy bands.
///
/// All sets and both variants see the same virtual people, whose inputs are made once.
public struct HealthyBandComputation: Sendable {
  /// Virtual people behind the shipped bands, for each sex, variant and parameter set.
  public static let people = 2500
  /// The key of their random streams: any fixed number would do.
  static let key: UInt64 = 0x5248_454f_5354_4154

  /// Why a parameter set has nothing that people could be compared with.
  public enum Failure: Error, Sendable, Equatable {
    /// A reference person has no certified state.
    case reference(set: Int)
    /// More solutions of healthy people fail than a verdict would bear.
    case people(set: Int)
  }

  private let model: MechanismModel
  private let constants: MappingConstants
  /// The reference person of each group, and the virtual people of each group.
  private let references: [DrawEvaluator.Case]
  private let healthy: [[DrawEvaluator.Case]]

  /// - Parameters:
  ///   - model: the compiled model.
  ///   - people: virtual people for each sex and variant, at least 1.
  public init(
    model: MechanismModel, people: Int = people, constants: MappingConstants = .shipped,
    reference: ReferencePerson = .shipped, population: PopulationModel = .shipped, error: LaboratoryError = .shipped
  ) {
    self.model = model
    self.constants = constants
    references = ComparisonGroup.all.map {
      DrawEvaluator.Case(reference[$0.sex], group: $0, reference: reference, constants, reference: $0.place)
    }
    healthy = ComparisonGroup.all.map { group in
      (0..<max(1, people)).map { number in
        let person = Self.virtualPerson(
          number: UInt32(number), sex: group.sex, constants: constants, population: population, error: error)
        return DrawEvaluator.Case(person, group: group, reference: reference, constants, reference: group.place)
      }
    }
  }

  /// The table of an ensemble; the same bytes for any number of threads.
  /// - Parameter threads: at least 1.
  /// - Throws: a ``Failure`` of the first set that has one.
  /// - Precondition: the model was compiled for the parameters of this ensemble.
  public func reference(of ensemble: ParameterEnsemble, threads: Int = 1) throws(Failure) -> EnsembleReference {
    let next = Mutex(0)
    let finished = Mutex<[Result<EnsembleReference, Failure>?]>(Array(repeating: nil, count: ensemble.count))
    DispatchQueue.concurrentPerform(iterations: min(max(1, threads), max(1, ensemble.count))) { _ in
      var evaluator = DrawEvaluator(model, ensemble, constants)
      while true {
        let set = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard set < ensemble.count else { return }
        let result = Result { () throws(Failure) in try reference(set: set, &evaluator) }
        finished.withLock { $0[set] = result }
      }
    }
    var whole = EnsembleReference(states: [], bands: [])
    for result in finished.withLock({ $0 }) {
      guard let part = try result?.get() else { continue }
      whole.states += part.states
      whole.bands += part.bands
    }
    return whole
  }

  /// The reference states alone, by set, then group; nil where one is not certified.
  public func states(of ensemble: ParameterEnsemble) -> [ReferenceState]? {
    var evaluator = DrawEvaluator(model, ensemble, constants)
    var states: [ReferenceState?] = []
    for set in 0..<ensemble.count { states += evaluator.references(references.map { $0.under(set: set) }) }
    return states.contains { $0 == nil } ? nil : states.compactMap(\.self)
  }

  /// The rows of one set.
  private func reference(set: Int, _ evaluator: inout DrawEvaluator) throws(Failure) -> EnsembleReference {
    let states = evaluator.references(references.map { $0.under(set: set) }).compactMap(\.self)
    guard states.count == references.count else { throw .reference(set: set) }
    var bands: [HealthyBands] = []
    for cases in healthy {
      var outcomes: [DrawOutcome] = []
      for begin in stride(from: 0, to: cases.count, by: Scorer.batch) {
        let part = cases[begin..<min(begin + Scorer.batch, cases.count)].map { $0.under(set: set) }
        outcomes += evaluator.outcomes(part, references: states, withArms: false).filter(\.isCertified)
      }
      let failed = Double(cases.count - outcomes.count)
      guard failed <= constants[.failedShareLimit] * Double(cases.count) else { throw .people(set: set) }
      bands.append(
        HealthyBands(
          index: Tissue.allCases.map { tissue in Self.band(outcomes.map { $0.index[tissue.rawValue] }) },
          mtorc1: Tissue.allCases.map { tissue in Self.band(outcomes.map { $0.mtorc1[tissue.rawValue] }) }))
    }
    return EnsembleReference(states: states, bands: bands)
  }

  private static func band(_ values: [Double]) -> HealthyBands.Band {
    let sorted = values.sorted()
    return .init(low: Quantile.type7(sorted: sorted, p: 0.1), high: Quantile.type7(sorted: sorted, p: 0.9))
  }

  /// No raised glucose, no inflammation, no deficit of vitamin D, no acidosis.
  private static func isHealthy(_ person: Person, _ constants: MappingConstants) -> Bool {
    person[.glucose] < constants[.healthyGlucoseLimit] && person[.crp] < constants[.healthyCRPLimit]
      && person[.vitaminD] >= constants[.healthyVitaminDLimit]
      && person[.bicarbonate] >= constants[.healthyBicarbonateLimit]
  }

  /// A lean person without diabetes, kidney disease or what `isHealthy` excludes, who goes the way of a patient: measured
  /// once, with error, and then drawn from what was measured.
  private static func virtualPerson(
    number: UInt32, sex: Sex, constants: MappingConstants, population: PopulationModel, error: LaboratoryError
  ) -> Person {
    var stream = RandomStream(key: key, purpose: sex == .female ? 0 : 1, draw: number)
    func between(_ low: MappingConstants.Name, _ high: MappingConstants.Name, _ u: Double) -> Double {
      constants[low] + (constants[high] - constants[low]) * u
    }
    func normals() -> [Double] { PopulationVariable.allCases.map { _ in stream.normal() } }
    let lean = population.usualValues(
      known: PopulationVariable.allCases.map { $0 == .bmi }, diabetes: false, error: error)
    let measured = population.usualValues(
      known: PopulationVariable.allCases.map { _ in true }, diabetes: false, error: error)
    var person = Person(sex: sex, age: 0, diabetes: false, dialysis: .none, gfr: 0, values: [])
    func means() -> [Double] {
      PopulationVariable.allCases.map {
        population.distribution($0, sex: sex, age: person.age, gfr: person.gfr, dialysis: .none, diabetes: false).mean
      }
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
      if isHealthy(person, constants) { break }
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
}

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
    let virtual = VirtualPeople(constants, population, error)
    healthy = ComparisonGroup.all.map { group in
      (0..<max(1, people)).map { number in
        DrawEvaluator.Case(
          virtual.person(UInt32(number), sex: group.sex), group: group, reference: reference, constants,
          reference: group.place)
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
}

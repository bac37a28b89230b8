/// The steady states that Newton's method finds from many starts, at the same inputs and conserved totals.
///
/// A search proves that states are there; it never proves that there are no others.
public struct SteadyStateSearch: Sendable {
  /// One state.
  public struct State: Sendable {
    /// The values of the program's outputs.
    public let values: [Double]
    /// With the largest real part of the eigenvalues.
    public let certificate: Certificate
    /// How many starts led to it.
    public internal(set) var starts: Int
  }

  /// The program's outputs, in the order of the values of a state.
  public let outputs: [String]
  /// Distinct states: first the one from the model's own start, if there is one, then in the order of the starts that
  /// led to them first.
  public private(set) var states: [State] = []
  /// All starts, the model's own included.
  public let startsTried: Int
  /// Starts that led to no certified state.
  public private(set) var startsFailed = 0

  /// How far starts are spread: 10^-3 to 10^3 times the size of each unknown. Signalling states seldom differ by more.
  static let decades = 3.0
  /// Two states are one when no value differs by more than this share of the larger; certified states are good to some
  /// 1e-9 unless a steady state is nearly degenerate.
  static let tolerance = 1e-6

  /// Searches.
  ///
  /// - Parameters:
  ///   - inputs, clamped, initialValues, options: as for ``SteadyStateProgram``.
  ///   - values: one for each input, then one for each initial value.
  ///   - starts: how many besides the model's own, from 0.
  ///   - uniform: for a start (from 0) so many numbers strictly between 0 and 1; two for each unknown are asked for.
  /// - Throws: as ``SteadyStateProgram``.
  public init(
    model: Model, inputs: [String], clamped: [String] = [], initialValues: [String] = [], values: [Double],
    starts: Int, options: SteadyStateOptions = .init(), uniform: (_ start: Int, _ count: Int) -> [Double]
  ) throws(EngineError) {
    let plain = try SteadyStateProgram(
      model: model, inputs: inputs, clamped: clamped, initialValues: initialValues, options: options)
    outputs = plain.outputs
    startsTried = starts + 1
    add(plain.solve(cases: [values], eigenvalues: true))
    guard starts > 0, !plain.states.isEmpty else {
      startsFailed += states.isEmpty ? starts : 0
      if !states.isEmpty { states[0].starts += starts }
      return
    }

    // States that repel are wanted too.
    var searching = options
    searching.bracketsSingleSpecies = false
    searching.tearsBlocks = false
    let program = try SteadyStateProgram(
      model: model, inputs: inputs, clamped: clamped, initialValues: initialValues, starts: plain.states,
      options: searching)
    // Every unknown is an output too.
    let places = plain.states.compactMap { plain.outputs.firstIndex(of: $0) }
    let initial = plain.startValues(cases: [values]).map { $0[0] }
    let sizes = Self.sizes(places, initial: initial, solution: states.first?.values)
    let assigned = Set(model.rules.filter { $0.kind == .assignment }.map(\.variable))
    let amounts = (0..<plain.speciesCount).filter { !assigned.contains(outputs[$0]) }
    // Some at a time, so that memory does not grow with their number.
    for first in stride(from: 0, to: starts, by: 4_096) {
      var points = (first..<min(first + 4_096, starts)).map { start in
        let numbers = uniform(start, 2 * sizes.count)
        return sizes.indices.map { unknown in
          let size = sizes[unknown] * Elementary.power(10, Self.decades * (2 * numbers[2 * unknown] - 1))
          // Amounts are not negative; a variable of a rate rule may be, a membrane's voltage for instance.
          let isNegative = places[unknown] >= plain.speciesCount && numbers[2 * unknown + 1] < 0.5
          return isNegative ? -size : size
        }
      }
      Self.bringWithinTotals(&points, origin: places.map { initial[$0] }) { points in
        let columns = program.startValues(cases: points.map { values + $0 })
        return amounts.map { columns[$0] }
      }
      add(program.solve(cases: points.map { values + $0 }, eigenvalues: true))
    }
  }

  /// Moves points towards the model's own start, by halves, until no species is below zero there: conserved totals
  /// bound the others. Expressions by totals are linear, so a point on the way is never worse.
  private static func bringWithinTotals(
    _ points: inout [[Double]], origin: [Double], amounts: ([[Double]]) -> [[Double]]
  ) {
    for _ in 0..<60 {
      let columns = amounts(points)
      let beyond = points.indices.filter { point in columns.contains { $0[point] < 0 } }
      if beyond.isEmpty { return }
      for point in beyond { points[point] = zip(points[point], origin).map { ($0 + $1) / 2 } }
    }
  }

  /// A size for each unknown: its value at the start or in the known solution, whichever is larger.
  private static func sizes(_ places: [Int], initial: [Double], solution: [Double]?) -> [Double] {
    let own = places.map { place in max(abs(initial[place]), abs(solution?[place] ?? 0)) }
    let largest = own.filter { $0 < .infinity }.max() ?? 0
    return own.map { $0 > 0 && $0 < .infinity ? $0 : largest > 0 ? largest * 1e-3 : 1 }
  }

  private mutating func add(_ batch: SteadyStateBatch) {
    for (item, certificate) in batch.certificates.enumerated() {
      guard certificate.status == .certified else {
        startsFailed += 1
        continue
      }
      let values = batch.values(item)
      if let known = states.firstIndex(where: { Self.isSame($0.values, values) }) {
        states[known].starts += 1
      } else {
        states.append(State(values: values, certificate: certificate, starts: 1))
      }
    }
  }

  private static func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    // What is a billionth of the largest value counts as zero.
    let floor = 1e-9 * a.reduce(0) { max($0, abs($1)) }
    return zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(abs($0), abs($1)) + floor }
  }
}

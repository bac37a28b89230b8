import Engine
import Foundation

/// A slow, readable second opinion on steady states: it walks the model's expressions as they were read, with the C
/// library's functions, knows no graph, no blocks, no conserved moieties, and comes to rest by linearised implicit Euler
/// steps with a numerical Jacobian.
///
/// For models with species, reactions, assignment rules, rate rules of species and functions; it stops the test at anything else.
struct ReadableOracle {
  let model: Model
  /// Values that replace those of the file.
  var given: [String: Double]
  private var numbers: [String: Double] = [:]
  private var rules: [String: Engine.Expression] = [:]
  private var rateRules: [String: Engine.Expression] = [:]

  init(model: Model, given: [String: Double]) {
    self.model = model
    self.given = given
    precondition(model.initialAssignments.isEmpty)
    for item in model.parameters { numbers[item.id] = item.value }
    for item in model.compartments { numbers[item.id] = item.size }
    for item in model.species { numbers[item.id] = item.initialValue }
    for (id, value) in given { numbers[id] = value }
    for rule in model.rules {
      if rule.kind == .assignment { rules[rule.variable] = rule.math } else { rateRules[rule.variable] = rule.math }
    }
  }

  /// The species that reactions and rate rules change, in the order of the file.
  var moving: [Species] { model.species.filter { !$0.isBoundary && !$0.isConstant && given[$0.id] == nil } }

  /// The value of an expression when species have the values `state`.
  func value(of expression: Engine.Expression, _ state: [String: Double], _ locals: [String: Double] = [:]) -> Double {
    func evaluate(_ inner: Engine.Expression) -> Double { value(of: inner, state, locals) }
    switch expression {
    case .number(let number): return number
    case .symbol(let id):
      if let local = locals[id] ?? given[id] ?? state[id] { return local }
      if let rule = rules[id] { return value(of: rule, state) }
      return numbers[id] ?? .nan
    case .call(let name, let arguments):
      guard let function = model.functionDefinitions.first(where: { $0.id == name }) else { return .nan }
      return value(
        of: function.body, state,
        Dictionary(uniqueKeysWithValues: zip(function.arguments, arguments.map(evaluate))))
    case .piecewise(let pieces, let otherwise):
      for piece in pieces where evaluate(piece.condition) != 0 { return evaluate(piece.value) }
      return otherwise.map(evaluate) ?? .nan
    case .apply(let operation, let operands):
      let values = operands.map(evaluate)
      switch operation {
      case .plus: return values.reduce(0, +)
      case .times: return values.reduce(1, *)
      case .minus: return values.count == 1 ? -values[0] : values[0] - values[1]
      case .divide: return values[0] / values[1]
      case .power: return pow(values[0], values[1])
      case .exp: return exp(values[0])
      case .ln: return log(values[0])
      case .min: return values.min() ?? .nan
      case .max: return values.max() ?? .nan
      default: preconditionFailure("the oracle does not know \(operation)")
      }
    default: preconditionFailure("the oracle does not know \(expression)")
    }
  }

  /// How fast each moving species changes.
  func rates(_ values: [Double]) -> [Double] {
    let species = moving
    let state = Dictionary(uniqueKeysWithValues: zip(species.map(\.id), values))
    var rates: [String: Double] = [:]
    for reaction in model.reactions {
      guard let law = reaction.kineticLaw else { continue }
      let locals = Dictionary(uniqueKeysWithValues: reaction.localParameters.map { ($0.id, $0.value ?? .nan) })
      let speed = value(of: law, state, locals)
      for item in reaction.reactants { rates[item.species, default: 0] -= speed * (item.stoichiometry ?? .nan) }
      for item in reaction.products { rates[item.species, default: 0] += speed * (item.stoichiometry ?? .nan) }
    }
    return species.map { item in
      if let law = rateRules[item.id] { return value(of: law, state) }
      return (rates[item.id] ?? 0) / (item.hasOnlySubstanceUnits ? 1 : numbers[item.compartment] ?? .nan)
    }
  }

  /// The state at which the model comes to rest from its own start.
  func steadyState() -> [String: Double] {
    let species = moving
    let count = species.count
    var values = species.map { $0.initialValue ?? .nan }
    var step = 1e-3
    var quiet = 0
    while quiet < 3 {
      let here = rates(values)
      // (1/step - J) change = rates
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      for column in 0..<count {
        let size = max(abs(values[column]), 1e-3) * 1e-6
        var up = values
        var down = values
        up[column] += size
        down[column] -= size
        let (high, low) = (rates(up), rates(down))
        for row in 0..<count { matrix[row][column] = -(high[row] - low[row]) / (2 * size) }
      }
      for row in 0..<count { matrix[row][row] += 1 / step }
      let change = Self.solve(matrix, here)
      let share = zip(change, values).map { abs($0) / max(abs($1), 1e-12) }.max() ?? 0
      if share > 1 {
        step /= 4
        continue
      }
      for row in 0..<count { values[row] += change[row] }
      step *= share < 0.1 ? 4 : 1.5
      quiet = share < 1e-11 ? quiet + 1 : 0
      precondition(step < 1e60, "the oracle does not come to rest")
    }
    return Dictionary(uniqueKeysWithValues: zip(species.map(\.id), values))
  }

  /// Gaussian elimination with pivoting.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(count, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    var result = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      var rest = rows[row][count]
      for column in (row + 1)..<max(count, row + 1) { rest -= rows[row][column] * result[column] }
      result[row] = rest / rows[row][row]
    }
    return result
  }
}

/// Conserved moieties: weighted sums of species that no reaction changes.
///
/// They make the rate equations dependent, so that the steady state is fixed only together with the totals of the
/// start. One species of each is expressed by the total and the others and is no unknown any more
/// (Reder, doi:10.1016/S0022-5193(88)80073-0).
enum Conservation {
  typealias NodeID = ExpressionGraph.NodeID

  /// The moieties among the species that reactions change; indices refer to `changes`.
  static func find(among changes: [SpeciesChange], _ lowering: Lowering) -> [Moiety] {
    // Rows of the stoichiometric matrix that are numbers; a species with a varying stoichiometry stands apart. Species
    // that few reactions use come first: of equal ones the first is expressed by the others, and one that drains away would
    // be the rounding error of a difference.
    var candidates: [Int] = []
    var matrix: [[Double]] = []
    let uses = changes.map { change in
      change.parts.count { (lowering.graph.constantValue($0.stoichiometry) ?? -1) < 0 }
    }
    for index in changes.indices.sorted(by: { (uses[$0], $0) < (uses[$1], $1) }) {
      let change = changes[index]
      var row = [Double](repeating: 0, count: lowering.model.reactions.count)
      var isNumeric = true
      for part in change.parts {
        guard let value = lowering.graph.constantValue(part.stoichiometry) else {
          isNumeric = false
          break
        }
        row[part.reaction] += value
      }
      if isNumeric {
        candidates.append(index)
        matrix.append(row)
      }
    }
    return leftNullSpace(of: matrix).map { moiety in
      var weights = [Double](repeating: 0, count: changes.count)
      for (row, weight) in moiety.weights.enumerated() { weights[candidates[row]] = weight }
      return Moiety(weights: weights, dependent: candidates[moiety.dependent])
    }
  }

  /// Gives a moiety's dependent species its expression by the total at the start and the other members.
  static func express(
    _ moiety: Moiety, among changes: [SpeciesChange], _ lowering: inout Lowering
  ) throws(EngineError) {
    // total = sum over the members of weight * state / factor
    var rest = lowering.graph.constant(0)
    for phase in [Lowering.Phase.initial, .current] {
      for (index, weight) in moiety.weights.enumerated() where weight != 0 {
        if phase == .current && index == moiety.dependent { continue }
        let species = changes[index].species
        let factor = try lowering.extentFactor(of: species, .current)
        let amount = lowering.graph.make(.divide, lowering.graph.constant(weight), factor)
        let term = lowering.graph.make(.multiply, amount, try lowering.state(of: species.id, phase))
        rest = lowering.graph.make(phase == .initial ? .add : .subtract, rest, term)
      }
    }
    let dependent = changes[moiety.dependent].species
    let share = lowering.graph.make(
      .divide, try lowering.extentFactor(of: dependent, .current),
      lowering.graph.constant(moiety.weights[moiety.dependent]))
    let state = lowering.graph.make(.multiply, rest, share)
    if lowering.isDiluted(dependent) {
      lowering.amounts[dependent.id] = state
    } else {
      lowering.current[dependent.id] = state
    }
  }

  struct Moiety {
    /// A weight for each row of the matrix.
    var weights: [Double]
    /// The row to be expressed by the others; its weight is not zero, and it has weight zero in every other moiety.
    var dependent: Int
  }

  /// Weighted sums of rows that are zero, by Gauss-Jordan elimination with partial pivoting.
  static func leftNullSpace(of matrix: [[Double]]) -> [Moiety] {
    let count = matrix.count
    guard let columns = matrix.first?.count else { return [] }
    var rows = matrix
    var weights: [[Double]] = (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } }
    let tolerance = 1e-10  // stoichiometries are small integers or short decimals
    var rank = 0
    for column in 0..<columns where rank < count {
      var pivot = rank
      for row in rank..<count where abs(rows[row][column]) > abs(rows[pivot][column]) { pivot = row }
      guard abs(rows[pivot][column]) > tolerance else { continue }
      rows.swapAt(rank, pivot)
      weights.swapAt(rank, pivot)
      for row in (rank + 1)..<max(count, rank + 1) where abs(rows[row][column]) > 0 {
        let factor = rows[row][column] / rows[rank][column]
        for index in column..<columns {
          let value = rows[row][index] - factor * rows[rank][index]
          rows[row][index] = abs(value) < tolerance ? 0 : value
        }
        for index in 0..<count { weights[row][index] -= factor * weights[rank][index] }
      }
      rank += 1
    }
    // Reduce the null vectors so that each dependent species occurs in one of them only.
    var result = Array(weights[rank...])
    var moieties: [Moiety] = []
    for row in result.indices {
      var dependent = 0
      for index in 0..<count where abs(result[row][index]) > abs(result[row][dependent]) + tolerance {
        dependent = index
      }
      for other in result.indices where other != row {
        let factor = result[other][dependent] / result[row][dependent]
        guard factor != 0 else { continue }
        for index in 0..<count {
          let value = result[other][index] - factor * result[row][index]
          result[other][index] = abs(value) < tolerance ? 0 : value
        }
      }
      moieties.append(Moiety(weights: [], dependent: dependent))
    }
    for row in result.indices {
      moieties[row].weights = result[row].map { abs($0) < tolerance ? 0 : $0 }
    }
    return moieties
  }
}

/// A sparse matrix of expressions factored into a lower and an upper triangle, once, symbolically, on what is not zero.
///
/// Pivots are diagonal entries in the order of least fill (Markowitz, doi:10.1287/mnsc.3.3.255), chosen without a look
/// at values: a solution can be poor where a pivot happens to be small, and whoever uses it must check it.
struct SymbolicFactors {
  typealias NodeID = ExpressionGraph.NodeID

  /// Rows in the order of elimination, with the inverses of the diagonal of the upper triangle.
  fileprivate(set) var pivots: [(index: Int, inverse: NodeID)] = []
  /// The lower triangle in the order of elimination: the pivot row times the factor is taken from the row.
  fileprivate(set) var lower: [(row: Int, pivot: Int, factor: NodeID)] = []
  /// What is right of the diagonal in each row, by ascending columns.
  fileprivate(set) var upper: [[(column: Int, value: NodeID)]]
}

extension ExpressionGraph {
  /// What has to be known before nodes can be computed of which some parts vary: those themselves that do not vary, and
  /// operands that do not of nodes that do.
  func frontier(of targets: [NodeID], varies: (NodeID) -> Bool) -> [NodeID] {
    var result = targets.filter { !varies($0) }
    for id in cone(of: targets, where: varies) {
      let node = self[id]
      guard node.operation != .variable else { continue }
      for operand in [node.a, node.b, node.c] where operand >= 0 && !varies(operand) { result.append(operand) }
    }
    return result
  }

  /// More operations than this are done faster, and more safely, with pivots chosen by value: a full matrix of 53 rows.
  private static let eliminationLimit = 50_000

  /// Factors a matrix given by rows; nothing when a diagonal is structurally zero or there is too much fill.
  mutating func factors(of matrix: [[Int: NodeID]]) -> SymbolicFactors? {
    let count = matrix.count
    var rows = matrix
    var result = SymbolicFactors(upper: Array(repeating: [], count: count))
    var open = Array(0..<count)
    // Entries of each column in rows that are still open.
    var columnCounts = [Int](repeating: 0, count: count)
    for row in rows { for column in row.keys { columnCounts[column] += 1 } }
    var operations = 0
    while !open.isEmpty {
      var best: (cost: Int, place: Int)?
      for (place, index) in open.enumerated() where rows[index][index] != nil {
        let cost = (rows[index].count - 1) * (columnCounts[index] - 1)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, place) }
      }
      guard let best else { return nil }
      let pivot = open.remove(at: best.place)
      guard let diagonal = rows[pivot].removeValue(forKey: pivot) else { return nil }
      let inverse = make(.divide, constant(1), diagonal)
      result.pivots.append((pivot, inverse))
      // What is left in the row are columns of later pivots.
      let upper = rows[pivot].sorted { $0.key < $1.key }
      result.upper[pivot] = upper.map { ($0.key, $0.value) }
      for (column, _) in upper { columnCounts[column] -= 1 }
      for row in open {
        guard let entry = rows[row].removeValue(forKey: pivot) else { continue }
        let factor = make(.multiply, entry, inverse)
        result.lower.append((row, pivot, factor))
        for (column, value) in upper {
          let product = make(.multiply, factor, value)
          if let old = rows[row][column] {
            rows[row][column] = make(.subtract, old, product)
          } else {
            rows[row][column] = make(.negate, product)
            columnCounts[column] += 1
          }
        }
        operations += upper.count + 1
        guard operations < Self.eliminationLimit else { return nil }
      }
    }
    return result
  }

  /// The solution for one right-hand side: forward through the lower triangle, back through the upper.
  mutating func solve(_ factors: SymbolicFactors, right: [NodeID]) -> [NodeID] {
    var solution = right
    for (row, pivot, factor) in factors.lower {
      solution[row] = make(.subtract, solution[row], make(.multiply, factor, solution[pivot]))
    }
    for (index, inverse) in factors.pivots.reversed() {
      var rest = solution[index]
      for (column, value) in factors.upper[index] {
        rest = make(.subtract, rest, make(.multiply, value, solution[column]))
      }
      solution[index] = make(.multiply, rest, inverse)
    }
    return solution
  }
}

extension ExpressionGraph {
  /// More operations than this are done faster, and more safely, by the dense fallback: a full block of 53 unknowns.
  private static let eliminationLimit = 50_000

  /// The Newton step of a block as expressions: Gaussian elimination done once, symbolically, on what is not zero.
  ///
  /// Pivots are diagonal entries in the order of least fill (Markowitz, doi:10.1287/mnsc.3.3.255), chosen without a look
  /// at values, so a step can be poor where a pivot happens to be small. It is judged by the residual that follows; the
  /// fallback pivots on values.
  ///
  /// - Returns: the steps, or nothing when a diagonal is structurally zero or there is too much fill to be worth it.
  mutating func newtonStep(jacobian: [[Int: NodeID]], rates: [NodeID]) -> [NodeID]? {
    let count = rates.count
    var rows = jacobian
    var right = rates.map { make(.negate, $0) }
    var open = Array(0..<count)
    // Entries of each column in rows that are still open.
    var columnCounts = [Int](repeating: 0, count: count)
    for row in rows { for column in row.keys { columnCounts[column] += 1 } }
    var pivots: [(index: Int, inverse: NodeID)] = []
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
      pivots.append((pivot, inverse))
      // What is left in the row are columns of later pivots.
      let upper = rows[pivot].sorted { $0.key < $1.key }
      for (column, _) in upper { columnCounts[column] -= 1 }
      for row in open {
        guard let entry = rows[row].removeValue(forKey: pivot) else { continue }
        let factor = make(.multiply, entry, inverse)
        for (column, value) in upper {
          let product = make(.multiply, factor, value)
          if let old = rows[row][column] {
            rows[row][column] = make(.subtract, old, product)
          } else {
            rows[row][column] = make(.negate, product)
            columnCounts[column] += 1
          }
        }
        right[row] = make(.subtract, right[row], make(.multiply, factor, right[pivot]))
        operations += upper.count + 1
        guard operations < Self.eliminationLimit else { return nil }
      }
    }
    var steps = right
    for (index, inverse) in pivots.reversed() {
      var rest = right[index]
      for column in rows[index].keys.sorted() {
        guard let entry = rows[index][column] else { continue }
        rest = make(.subtract, rest, make(.multiply, entry, steps[column]))
      }
      steps[index] = make(.multiply, rest, inverse)
    }
    return steps
  }
}

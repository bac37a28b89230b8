extension ExpressionGraph {
  /// The search for pivots takes a time that grows with the cube of the block: a second beyond this.
  private static let largestEliminatedBlock = 200

  /// The Newton step of a block as expressions: Gaussian elimination done once, symbolically, on what is not zero.
  ///
  /// Pivots are diagonal entries in the order of least fill (Markowitz, doi:10.1287/mnsc.3.3.255), chosen without a look
  /// at values, so a step can be poor where a pivot happens to be small. It is judged by the residual that follows; the
  /// fallback pivots on values.
  ///
  /// - Returns: the steps, or nothing when a diagonal is structurally zero or there is too much fill to be worth it.
  mutating func newtonStep(jacobian: [[Int: NodeID]], rates: [NodeID]) -> [NodeID]? {
    let count = rates.count
    guard count <= Self.largestEliminatedBlock else { return nil }
    var rows = jacobian
    var right = rates.map { make(.negate, $0) }
    var open = Array(0..<count)
    var pivots: [(index: Int, inverse: NodeID)] = []
    var operations = 0
    while !open.isEmpty {
      var best: (cost: Int, place: Int)?
      for (place, index) in open.enumerated() where rows[index][index] != nil {
        let inRow = open.count { rows[index][$0] != nil } - 1
        let inColumn = open.count { rows[$0][index] != nil } - 1
        if best.map({ inRow * inColumn < $0.cost }) ?? true { best = (inRow * inColumn, place) }
      }
      guard let best else { return nil }
      let pivot = open.remove(at: best.place)
      guard let diagonal = rows[pivot][pivot] else { return nil }
      let inverse = make(.divide, constant(1), diagonal)
      pivots.append((pivot, inverse))
      let columns = open.filter { rows[pivot][$0] != nil }
      for row in open {
        guard let entry = rows[row][pivot] else { continue }
        let factor = make(.multiply, entry, inverse)
        for column in columns {
          guard let upper = rows[pivot][column] else { continue }
          let product = make(.multiply, factor, upper)
          rows[row][column] = rows[row][column].map { make(.subtract, $0, product) } ?? make(.negate, product)
        }
        right[row] = make(.subtract, right[row], make(.multiply, factor, right[pivot]))
        operations += columns.count + 1
        guard operations < 50_000 else { return nil }
      }
      // What is left in this row are the columns of later pivots.
      rows[pivot] = rows[pivot].filter { columns.contains($0.key) }
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

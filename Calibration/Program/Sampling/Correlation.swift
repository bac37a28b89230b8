import Statistics

/// Pearson's correlation.
enum Correlation {
  /// Of two populations of the same size, particle by particle, in each coordinate; 1 where either does not vary, since
  /// then nothing has come apart.
  static func byCoordinate(_ first: Points, _ second: Points) -> [Double] {
    let means = (first: means(first), second: means(second))
    let none = [Double](repeating: 0, count: first.dimension)
    var (products, firstSquares, secondSquares) = (none, none, none)
    for point in 0..<first.count {
      for coordinate in 0..<first.dimension {
        let a = first[point, coordinate] - means.first[coordinate]
        let b = second[point, coordinate] - means.second[coordinate]
        products[coordinate] += a * b
        firstSquares[coordinate] += a * a
        secondSquares[coordinate] += b * b
      }
    }
    return none.indices.map { coordinate in
      let squares = firstSquares[coordinate].squareRoot() * secondSquares[coordinate].squareRoot()
      return squares > 0 ? products[coordinate] / squares : 1
    }
  }

  /// Two coordinates and their correlation.
  struct Pair: Sendable, Equatable {
    let first: Int
    let second: Int
    let correlation: Double
  }

  /// The pairs of coordinates whose correlation over the points is above a limit, either way, in the order of the
  /// coordinates. Coordinates that do not vary are in no pair.
  /// - Parameter limit: within 0...1.
  static func pairs(_ points: Points, above limit: Double) -> [Pair] {
    let columns = (0..<points.dimension).map { coordinate in
      let column = points.column(coordinate)
      let summary = NumericSummary(column)
      let length = summary.sumOfSquares.squareRoot()
      return column.map { length > 0 ? ($0 - summary.mean) / length : 0 }
    }
    var pairs: [Pair] = []
    for first in columns.indices {
      for second in first + 1..<columns.count {
        let correlation = zip(columns[first], columns[second]).reduce(0) { $0 + $1.0 * $1.1 }
        if abs(correlation) > limit { pairs.append(Pair(first: first, second: second, correlation: correlation)) }
      }
    }
    return pairs
  }

  private static func means(_ points: Points) -> [Double] {
    var sums = [Double](repeating: 0, count: points.dimension)
    for point in 0..<points.count {
      for coordinate in 0..<points.dimension { sums[coordinate] += points[point, coordinate] }
    }
    return sums.map { $0 / Double(points.count) }
  }
}

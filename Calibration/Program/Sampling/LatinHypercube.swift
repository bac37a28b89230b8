import Domain

/// A Latin hypercube over the priors: of n points, each coordinate has one in each of n intervals of equal prior
/// probability (McKay, Beckman and Conover 1979, doi 10.1080/00401706.1979.10489755).
enum LatinHypercube {
  /// - Parameters:
  ///   - count: the number of points, at least 1.
  ///   - dimension: the number of coordinates, at least 1.
  ///   - stream: random numbers; a coordinate's depend on no other coordinate.
  /// - Returns: points in the standardised space, where every prior is the standard normal distribution.
  static func points(count: Int, dimension: Int, stream: SamplerStream) -> Points {
    var points = Points(count: count, dimension: dimension)
    for coordinate in 0..<dimension {
      var numbers = stream.start(coordinate: coordinate)
      var strata = Array(0..<count)
      for last in stride(from: count - 1, to: 0, by: -1) { strata.swapAt(last, numbers.index(below: last + 1)) }
      for (point, stratum) in strata.enumerated() {
        let probability = (Double(stratum) + numbers.uniform()) / Double(count)
        // The sum may be rounded up to the end of the last interval, where the quantile is infinite.
        points[point, coordinate] = NormalDistribution.quantile(min(probability, 1.0.nextDown))
      }
    }
    return points
  }
}

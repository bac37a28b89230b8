/// Points of one dimension, one after another in one flat array.
struct Points: Sendable, Equatable {
  /// The number of coordinates of a point, at least 1.
  let dimension: Int
  /// All coordinates: point by point.
  private(set) var coordinates: [Double]

  /// The number of points.
  var count: Int { coordinates.count / dimension }

  /// Points at the origin.
  init(count: Int, dimension: Int) {
    self.dimension = dimension
    coordinates = [Double](repeating: 0, count: count * dimension)
  }

  /// The coordinates of one point.
  subscript(point: Int) -> ArraySlice<Double> { coordinates[point * dimension..<(point + 1) * dimension] }

  /// One coordinate of one point.
  subscript(point: Int, coordinate: Int) -> Double {
    get { coordinates[point * dimension + coordinate] }
    set { coordinates[point * dimension + coordinate] = newValue }
  }

  /// Makes a point the same as a point of another array.
  mutating func copy(_ source: Int, of points: Points, to point: Int) {
    for coordinate in 0..<dimension { self[point, coordinate] = points[source, coordinate] }
  }

  /// All points' values of one coordinate.
  func column(_ coordinate: Int) -> [Double] { (0..<count).map { self[$0, coordinate] } }

  /// These points in another choice and order.
  func chosen(_ points: [Int]) -> Points {
    var chosen = Points(count: points.count, dimension: dimension)
    for (point, source) in points.enumerated() { chosen.copy(source, of: self, to: point) }
    return chosen
  }
}

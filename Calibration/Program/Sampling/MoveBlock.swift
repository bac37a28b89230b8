/// Coordinates that are moved together, for instance those of one tissue. Blocks may overlap.
struct MoveBlock: Sendable, Equatable {
  let name: String
  /// Different coordinates of the sampler's space, at least one.
  let coordinates: [Int]

  /// Checks that the blocks move every coordinate.
  /// - Throws: `SamplingError.blocks`.
  static func check(_ blocks: [MoveBlock], dimension: Int) throws(SamplingError) {
    var isMoved = [Bool](repeating: false, count: dimension)
    for block in blocks {
      if block.coordinates.isEmpty { throw .blocks("\(block.name) has no coordinate") }
      if Set(block.coordinates).count < block.coordinates.count {
        throw .blocks("\(block.name) has a coordinate twice")
      }
      for coordinate in block.coordinates {
        guard isMoved.indices.contains(coordinate) else {
          throw .blocks("\(block.name) has coordinate \(coordinate) of \(dimension)")
        }
        isMoved[coordinate] = true
      }
    }
    if let unmoved = isMoved.firstIndex(of: false) { throw .blocks("no block moves coordinate \(unmoved)") }
  }
}

/// How a proposal is made.
enum MoveKind: Int, CaseIterable, Sendable {
  /// A normal step in each chosen coordinate, on the scale of the population's standard deviation.
  case randomWalk
  /// The difference of two other particles in the chosen coordinates, and a small jitter
  /// (ter Braak 2006, doi 10.1007/s11222-006-8769-1).
  case differential
}

import Domain

/// A proposed move of one particle.
struct Proposal: Sendable {
  let particle: Int
  let block: Int
  let kind: MoveKind
  /// Log prior at the proposed point less log prior where the particle is.
  let logPriorChange: Double
  /// In (0, 1), for the choice between the two.
  let uniform: Double
}

/// Makes proposals from a population that does not change meanwhile.
///
/// Both kinds propose a step and its reverse with the same density, so that the acceptance needs no further factor. A
/// differential move takes the difference of two particles of the other half of the population, which stands still while
/// this half moves (as in Foreman-Mackey 2013, doi 10.1086/670067): the moves of a half are then exact for the population
/// as a whole, and independent of one another, thus of their order.
struct Proposer: Sendable {
  let blocks: [MoveBlock]
  /// The greatest number of coordinates that one move changes.
  let largestSubset: Int
  /// The population's standard deviation in each coordinate, at the start of the stage.
  let scales: [Double]
  let adaptation: MoveAdaptation

  /// 2.38, best for a normal distribution of many coordinates (Roberts, Gelman and Gilks 1997,
  /// doi 10.1214/aoap/1034625254).
  private static let normalStep = 2.38
  /// Standard deviation of a differential move's jitter over the population's.
  private static let jitter = 1e-3

  /// Proposes a move.
  /// - Parameters:
  ///   - particle: its number; particles of even and of odd numbers are the halves.
  ///   - population: at least two particles in the other half.
  ///   - numbers: the particle's random numbers in this sweep.
  ///   - points: gets the proposed point, at `row`.
  ///   - chosen: room for the chosen coordinates.
  func propose(
    particle: Int, from population: Points, numbers: RandomStream, into points: inout Points, row: Int,
    chosen: inout [Int]
  ) -> Proposal {
    var numbers = numbers
    let uniform = numbers.uniform()
    let kind = MoveKind.allCases[numbers.index(below: MoveKind.allCases.count)]
    let block = block(&numbers)
    choose(from: blocks[block].coordinates, into: &chosen, &numbers)
    let size = Double(chosen.count)
    let factor = Self.normalStep * adaptation.factor(block: block, kind: kind)
    points.copy(particle, of: population, to: row)
    var change = 0.0
    func move(_ coordinate: Int, by step: Double) {
      let old = population[particle, coordinate]
      let new = old + step
      points[row, coordinate] = new
      change += (old - new) * (old + new) / 2
    }
    switch kind {
    case .randomWalk:
      let length = factor / size.squareRoot()
      for coordinate in chosen { move(coordinate, by: length * scales[coordinate] * numbers.normal()) }
    case .differential:
      let length = factor / (2 * size).squareRoot()
      let (first, second) = partners(of: particle, count: population.count, &numbers)
      for coordinate in chosen {
        let difference = population[first, coordinate] - population[second, coordinate]
        move(coordinate, by: length * difference + Self.jitter * scales[coordinate] * numbers.normal())
      }
    }
    return Proposal(particle: particle, block: block, kind: kind, logPriorChange: change, uniform: uniform)
  }

  /// A block, in proportion to its number of coordinates, so that blocks that do not overlap move all coordinates alike.
  private func block(_ numbers: inout RandomStream) -> Int {
    var place = numbers.index(below: blocks.reduce(0) { $0 + $1.coordinates.count })
    for (index, block) in blocks.enumerated() {
      if place < block.coordinates.count { return index }
      place -= block.coordinates.count
    }
    return blocks.count - 1
  }

  /// A random number of different coordinates, each subset of that size as likely
  /// (Floyd's algorithm: Bentley and Floyd 1987, doi 10.1145/30401.315746).
  private func choose(from coordinates: [Int], into chosen: inout [Int], _ numbers: inout RandomStream) {
    chosen.removeAll(keepingCapacity: true)
    let size = 1 + numbers.index(below: min(largestSubset, coordinates.count))
    for last in coordinates.count - size..<coordinates.count {
      let place = coordinates[numbers.index(below: last + 1)]
      chosen.append(chosen.contains(place) ? coordinates[last] : place)
    }
  }

  /// Two different particles of the other half.
  private func partners(of particle: Int, count: Int, _ numbers: inout RandomStream) -> (Int, Int) {
    let half = 1 - particle % 2
    let members = (count + 1 - half) / 2
    let first = numbers.index(below: members)
    var second = numbers.index(below: members - 1)
    if second >= first { second += 1 }
    return (half + 2 * first, half + 2 * second)
  }
}

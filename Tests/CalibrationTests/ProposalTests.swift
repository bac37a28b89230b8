import Testing

@testable import calibrate

@Suite struct ProposalTests {
  private static let blocks = [
    MoveBlock(name: "odd", coordinates: [1, 3, 5, 7, 9]), MoveBlock(name: "even", coordinates: [0, 2, 4, 6, 8]),
  ]
  private let population = LatinHypercube.points(count: 21, dimension: 10, stream: SamplerStream(seed: 1))

  private func propose(_ particle: Int, sweep: Int, from population: Points) -> (proposal: Proposal, point: [Double]) {
    let proposer = Proposer(
      blocks: Self.blocks, largestSubset: 3, scales: [Double](repeating: 1, count: 10),
      adaptation: MoveAdaptation(blocks: Self.blocks))
    var points = Points(count: 1, dimension: 10)
    var chosen: [Int] = []
    let proposal = proposer.propose(
      particle: particle, from: population,
      numbers: SamplerStream(seed: 1).move(stage: 1, sweep: sweep, particle: particle), into: &points, row: 0,
      chosen: &chosen)
    return (proposal, Array(points[0]))
  }

  /// One to three coordinates of one block change, each number of them in a third of the moves and each coordinate as
  /// often: in 3 ten-thousands of moves within four standard errors of a third, and of a fifth of two tenths.
  @Test func aMoveChangesSomeCoordinatesOfOneBlock() {
    let moves = 30_000
    var sizes = [Int](repeating: 0, count: 4)
    var changed = [Int](repeating: 0, count: 10)
    for sweep in 1...moves {
      let (proposal, point) = propose(4, sweep: sweep, from: population)
      let places = (0..<10).filter { point[$0] != population[4, $0] }
      sizes[places.count] += 1
      for place in places {
        changed[place] += 1
        #expect(Self.blocks[proposal.block].coordinates.contains(place))
      }
    }
    func expect(_ count: Int, share: Double) {
      let error = (share * (1 - share) / Double(moves)).squareRoot()
      #expect(abs(Double(count) / Double(moves) - share) < 4 * error)
    }
    #expect(sizes[0] == 0)
    for size in 1...3 { expect(sizes[size], share: 1.0 / 3) }
    // A block in half of the moves, two of its five coordinates on average.
    for count in changed { expect(count, share: 0.2) }
  }

  /// What makes the moves of a half exact: they depend on the particle itself and on the other half, and on no other
  /// particle of its own half, which moves at the same time.
  @Test func aHalfMovesByTheOtherHalfAlone() {
    for particle in [3, 4] {
      var ownMoved = population
      var otherMoved = population
      for other in 0..<population.count where other != particle {
        for coordinate in 0..<10 {
          let moved = 7 * population[other, coordinate]
          if other % 2 == particle % 2 {
            ownMoved[other, coordinate] = moved
          } else {
            otherMoved[other, coordinate] = moved
          }
        }
      }
      var differential = 0
      for sweep in 1...200 {
        let (proposal, point) = propose(particle, sweep: sweep, from: population)
        #expect(propose(particle, sweep: sweep, from: ownMoved).point == point)
        let isDifferential = proposal.kind == .differential
        #expect((propose(particle, sweep: sweep, from: otherMoved).point != point) == isDifferential)
        if isDifferential { differential += 1 }
      }
      // Half of the moves: within five standard errors of 100, which are 7 each.
      #expect(abs(differential - 100) < 35)
    }
  }

  /// Against the definition: half the sum of squares before less that after.
  @Test func theChangeOfTheLogPriorIsThatOfTheNormal() {
    for sweep in 1...100 {
      let (proposal, point) = propose(7, sweep: sweep, from: population)
      let before = population[7].reduce(0) { $0 + $1 * $1 }
      let after = point.reduce(0) { $0 + $1 * $1 }
      #expect(abs(proposal.logPriorChange - (before - after) / 2) < 1e-12)
    }
  }
}

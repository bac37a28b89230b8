import Engine

/// What became of the proposals of one kind in one block.
struct MoveTally: Sendable, Equatable {
  let kind: MoveKind
  let block: String
  fileprivate(set) var proposed = 0
  fileprivate(set) var accepted = 0
  /// The step's length over the one that is best for a normal distribution whose coordinates are independent
  /// (2.38 over the root of their number: Roberts, Gelman and Gilks 1997, doi 10.1214/aoap/1034625254).
  fileprivate(set) var factor: Double

  /// The share accepted; NaN where nothing was proposed.
  var acceptance: Double { Double(accepted) / Double(proposed) }
}

/// Step lengths, adapted to the acceptance, and the count of what was accepted.
///
/// A factor changes between sweeps only, and by what the whole population did, never by what one particle is.
struct MoveAdaptation: Sendable {
  /// Within 0.25...0.3, near which random walks in several coordinates are most efficient
  /// (Roberts, Gelman and Gilks 1997).
  static let aim = 0.275
  /// A factor is changed once so many proposals have been counted.
  private static let counted = 100
  /// Some half of the way to the aim at once, since acceptance falls by some 0.3 where a step's logarithm rises by 1.
  private static let gain = 1.5
  private static let range = -12.0...4.0

  private struct Factor {
    var logarithm = 0.0
    var proposed = 0
    var accepted = 0
  }
  private var factors: [Factor]
  /// Block by block, kind by kind.
  private(set) var tallies: [MoveTally]

  init(blocks: [MoveBlock]) {
    tallies = blocks.flatMap { block in MoveKind.allCases.map { MoveTally(kind: $0, block: block.name, factor: 1) } }
    factors = [Factor](repeating: Factor(), count: tallies.count)
  }

  /// The present factor for a kind of move in a block.
  func factor(block: Int, kind: MoveKind) -> Double { tallies[place(block, kind)].factor }

  /// Counts a proposal.
  mutating func count(block: Int, kind: MoveKind, isAccepted: Bool) {
    let place = place(block, kind)
    tallies[place].proposed += 1
    factors[place].proposed += 1
    if isAccepted {
      tallies[place].accepted += 1
      factors[place].accepted += 1
    }
  }

  /// Changes the factors that enough proposals have been counted for.
  mutating func adapt() {
    for place in factors.indices where factors[place].proposed >= Self.counted {
      let acceptance = Double(factors[place].accepted) / Double(factors[place].proposed)
      let logarithm = factors[place].logarithm + Self.gain * (acceptance - Self.aim)
      factors[place] = Factor(logarithm: min(max(logarithm, Self.range.lowerBound), Self.range.upperBound))
      tallies[place].factor = Elementary.exponential(factors[place].logarithm)
    }
  }

  /// Starts the counts of a new stage; the factors go on.
  mutating func startStage() {
    for place in tallies.indices {
      tallies[place].proposed = 0
      tallies[place].accepted = 0
    }
  }

  private func place(_ block: Int, _ kind: MoveKind) -> Int { block * MoveKind.allCases.count + kind.rawValue }
}

import Domain

/// The random numbers of a sampler, each named by what it is for: nothing depends on threads or on the order of work.
struct SamplerStream: Sendable {
  let seed: UInt64

  /// Stage and sweep share the 32 bits of a stream's purpose.
  static let stages = 1 << 12
  static let sweeps = 1 << 20

  /// For one coordinate of the start.
  func start(coordinate: Int) -> RandomStream { stream(stage: 0, sweep: 0, draw: coordinate) }

  /// For the resampling of one stage, from 1.
  func resampling(stage: Int) -> RandomStream { stream(stage: stage, sweep: 0, draw: 0) }

  /// For the move of one particle in one sweep, from 1, of one stage, from 1.
  func move(stage: Int, sweep: Int, particle: Int) -> RandomStream {
    stream(stage: stage, sweep: sweep, draw: particle)
  }

  private func stream(stage: Int, sweep: Int, draw: Int) -> RandomStream {
    RandomStream(
      key: seed, purpose: UInt32(truncatingIfNeeded: stage * Self.sweeps + sweep),
      draw: UInt32(truncatingIfNeeded: draw))
  }
}

extension RandomStream {
  /// A whole number in 0..<`bound`. (The bias of rounding down 53 random bits is below `bound` / 2^53.)
  mutating func index(below bound: Int) -> Int { min(bound - 1, Int(uniform() * Double(bound))) }
}

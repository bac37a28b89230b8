/// A counter-based stream of random numbers: Philox 4x32-10 (Salmon 2011, doi 10.1145/2063384.2063405).
///
/// The key says whose numbers they are (seed, patient, visit), the counter says which (purpose, draw, position).
/// So one person's numbers never depend on how many others there are, on their order, or on threads.
public struct RandomStream: Sendable {
  private let key: (UInt32, UInt32)
  private var counter: (UInt32, UInt32, UInt32, UInt32)
  private var block: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  private var used = 4

  /// The stream of one draw for one purpose.
  /// - Parameters:
  ///   - key: 64 bits that name the visit.
  ///   - purpose: what the numbers are for.
  ///   - draw: the number of the draw.
  public init(key: UInt64, purpose: UInt32, draw: UInt32) {
    self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    counter = (0, 0, purpose, draw)
  }

  /// The ten rounds of the generator for one counter.
  public static func philox(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (x0, x1, x2, x3) = counter
    var (k0, k1) = key
    for round in 0..<10 {
      if round > 0 {
        k0 &+= 0x9E37_79B9
        k1 &+= 0xBB67_AE85
      }
      let p0 = UInt64(x0) * 0xD251_1F53
      let p1 = UInt64(x2) * 0xCD9E_8D57
      (x0, x1, x2, x3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ x1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ x3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
    }
    return (x0, x1, x2, x3)
  }

  /// The next 32 random bits.
  public mutating func next() -> UInt32 {
    if used == 4 {
      block = Self.philox(counter: counter, key: key)
      counter.0 &+= 1
      used = 0
    }
    used += 1
    switch used {
    case 1: return block.0
    case 2: return block.1
    case 3: return block.2
    default: return block.3
    }
  }

  /// A number in the open interval (0, 1), with 53 random bits.
  public mutating func uniform() -> Double {
    let high = next()
    return Self.unit(high, next())
  }

  /// 53 bits of two words as a number between 0 and 1, neither of them included.
  package static func unit(_ high: UInt32, _ low: UInt32) -> Double {
    let bits = UInt64(high >> 5) << 26 | UInt64(low >> 6)
    // With all bits set the sum is rounded up to the end of the interval, where quantiles are infinite.
    return min((Double(bits) + 0.5) * 0x1p-53, 1.0.nextDown)
  }

  /// A standard normal number: the inverse of the distribution at a uniform number, so that one normal uses one uniform.
  public mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }
}

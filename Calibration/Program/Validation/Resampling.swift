import Domain

/// The bootstrap.
enum Resampling {
  static let count = 2000

  /// A statistic of rows with its 2.5th and 97.5th centile over resamples.
  /// - Parameters:
  ///   - clusters: places of rows that belong together and are drawn together, as those of one study are.
  ///   - statistic: of the rows in these places; a resample in which it is no number is left out.
  static func interval(clusters: [[Int]], _ statistic: ([Int]) -> Double) -> String {
    let samples = (0..<count).compactMap { number -> Double? in
      var stream = RandomStream(key: 0x5350_4541, purpose: 92, draw: UInt32(number))
      let picked = clusters.indices.flatMap { _ in clusters[Int(stream.uniform() * Double(clusters.count))] }
      let value = statistic(picked)
      return value.isFinite ? value : nil
    }.sorted()
    guard samples.count > 100 else { return Figures.none }
    func centile(_ p: Double) -> Double { samples[Int(p * Double(samples.count - 1))] }
    let whole = statistic(clusters.flatMap(\.self))
    return "\(Figures.fixed(whole)) (\(Figures.fixed(centile(0.025))) to \(Figures.fixed(centile(0.975))))"
  }

  /// The places of equal names together, in the order of their first.
  static func clusters(_ names: [String], of places: [Int]) -> [[Int]] {
    names.unique.map { name in places.filter { names[$0] == name } }.filter { !$0.isEmpty }
  }
}

import Domain

/// What each missing lab would tell, from draws in which it was one thing or another.
///
/// The draws are put into groups of equal size by what the laboratory would have measured in them. The class of a draw is foretold as the most frequent
/// one among the others of its group, so that nothing is foretold from itself; the gain is what that does better than the
/// most frequent class of all.
enum MissingLabGain {
  /// Groups that the draws are put into.
  static let groups = 4

  /// One draw: the labs as they would be measured (by `PopulationVariable`) and GFR, the class and the IR index of muscle.
  struct Draw {
    let measured: [Double]
    let gfr: Double
    let phenotype: PhenotypeClass
    let index: Double
  }

  /// The gains of these labs, the most telling first; empty with fewer draws than groups of eight.
  static func gains(of labs: [Analyte], _ draws: [Draw]) -> [InformationGain] {
    guard draws.count >= 8 * groups else { return [] }
    let whole = foretold(Array(draws.indices), draws)
    let spread = squares(Array(draws.indices), draws) / Double(draws.count - 1)
    return labs.map { lab in
      let values = draws.map { value(lab, $0) }
      let order = draws.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      let parts = (0..<groups).map { group in
        Array(order[draws.count * group / groups..<draws.count * (group + 1) / groups])
      }
      let correct = parts.reduce(0) { $0 + foretold($1, draws) }
      let within = parts.reduce(0) { $0 + squares($1, draws) } / Double(draws.count - groups)
      return InformationGain(
        analyte: lab, settles: max(0, Double(correct - whole) / Double(draws.count)),
        narrows: spread > 1e-18 ? max(0, 1 - within / spread) : 0)
    }.sorted { ($0.settles, $0.narrows) > ($1.settles, $1.narrows) }
  }

  /// The value of a lab in a draw.
  private static func value(_ lab: Analyte, _ draw: Draw) -> Double {
    guard let variable = PopulationVariable.allCases.first(where: { $0.analyte == lab }) else { return draw.gfr }
    return draw.measured[variable.rawValue]
  }

  /// How many of these draws have the class that is most frequent among the others.
  private static func foretold(_ members: [Int], _ draws: [Draw]) -> Int {
    var counts = Array(repeating: 0, count: PhenotypeClass.allCases.count)
    for member in members { counts[draws[member].phenotype.rawValue] += 1 }
    return members.count { member in
      let own = draws[member].phenotype.rawValue
      return counts.indices.allSatisfy { $0 == own || counts[$0] < counts[own] - 1 }
    }
  }

  private static func squares(_ members: [Int], _ draws: [Draw]) -> Double {
    let mean = members.reduce(0) { $0 + draws[$1].index } / Double(max(1, members.count))
    return members.reduce(0) { $0 + (draws[$1].index - mean) * (draws[$1].index - mean) }
  }
}

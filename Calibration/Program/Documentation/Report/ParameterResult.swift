import Domain
import Engine
import Statistics

/// A parameter before and after the facts.
struct ParameterResult {
  let name, meaning: String
  /// In the parameter's unit.
  let prior, posterior: Interval
  /// The posterior in standard deviations of the prior from its median.
  let standardised: Interval
  let diagnostic: ParameterDiagnostic

  /// The contraction below which the facts are said to leave a parameter where it was.
  static let leastContraction = 0.2

  var isIdentified: Bool { diagnostic.contraction >= Self.leastContraction }

  /// Adipose, muscle, liver, or plasma and the whole body.
  var group: String {
    switch name.suffix(2) {
    case "_a": "adipose"
    case "_m": "muscle"
    case "_l": "liver"
    default: "plasma and whole body"
    }
  }

  static let groups = ["adipose", "muscle", "liver", "plasma and whole body"]
}

/// All parameters, and the pairs that the facts do not tell apart.
struct ParameterResults {
  let parameters: [ParameterResult]
  let correlated: [(first: String, second: String, correlation: Double)]

  /// - Parameters:
  ///   - sets: values in the order of the priors.
  ///   - meanings: what parameters are, by id.
  init(_ priors: PriorTable, sets: [[Double]], meanings: [String: String]) {
    var points = Points(count: sets.count, dimension: priors.count)
    for (set, values) in sets.enumerated() {
      for (place, entry) in priors.entries.enumerated() {
        points[set, place] = entry.prior.coordinate(of: values[place])
      }
    }
    let diagnostics = PosteriorDiagnostics(points)
    let end = NormalDistribution.quantile(0.95)
    parameters = priors.entries.enumerated().map { place, entry in
      ParameterResult(
        name: entry.name, meaning: meanings[entry.name] ?? "",
        prior: Interval(low: entry.prior.value(-end), median: entry.prior.value(0), high: entry.prior.value(end)),
        posterior: Interval(sets.map { $0[place] }), standardised: Interval(points.column(place)),
        diagnostic: diagnostics.parameters[place])
    }
    correlated = diagnostics.correlated.map {
      (priors.entries[$0.first].name, priors.entries[$0.second].name, $0.correlation)
    }
  }
}

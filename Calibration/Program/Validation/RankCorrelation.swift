import Domain

/// Spearman's rank correlation, with an interval by the bootstrap.
enum RankCorrelation {
  /// Ranks from 1, equal values sharing their mean rank.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }

  /// The correlation; not a number where one side does not vary.
  static func spearman(_ first: [Double], _ second: [Double]) -> Double { pearson(ranks(first), ranks(second)) }

  /// Pearson's correlation.
  static func pearson(_ first: [Double], _ second: [Double]) -> Double {
    let n = Double(first.count)
    let means = (first.reduce(0, +) / n, second.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      xx += (x - means.0) * (x - means.0)
      yy += (y - means.1) * (y - means.1)
      xy += (x - means.0) * (y - means.1)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : .nan
  }

  /// The correlation with its 2.5th and 97.5th centile over 2,000 resamples of the rows.
  static func interval(_ first: [Double], _ second: [Double]) -> String {
    Resampling.interval(clusters: first.indices.map { [$0] }) { rows in
      spearman(rows.map { first[$0] }, rows.map { second[$0] })
    }
  }
}

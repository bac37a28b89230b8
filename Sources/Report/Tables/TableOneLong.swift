import Statistics

extension TableOne {
  /// Each statistic a row: by, group, variable, label, unit, level, statistic, value, numerator, denominator.
  ///
  /// The value is the numerator over the denominator: a mean is the sum over n; `percent` is 100 times a count over
  /// those in whom the variable is known; `n` and `missing` are shares of the group, given as counts. Of a standard
  /// deviation the square is the sum of squared deviations over n - 1. Quantiles and extremes have no numerator; their
  /// denominator is n.
  public func long() -> [UInt8] {
    var csv = CSVWriter()
    for name in [
      "by", "group", "variable", "label", "unit", "level", "statistic", "value", "numerator", "denominator",
    ] { csv.text(name) }
    csv.endRow()
    for (place, group) in groups.enumerated() {
      row(
        &csv, group, TableVariable(id: "", label: "People"), "", "n", Double(sizes[place]), Double(sizes[place]),
        sizes[0])
    }
    for block in blocks {
      for place in groups.indices { statistics(&csv, block, place) }
    }
    return csv.bytes
  }

  private func statistics(_ csv: inout CSVWriter, _ block: Block, _ place: Int) {
    let group = groups[place]
    let size = sizes[place]
    let missing = block.missing.at(place) ?? 0
    switch block.content {
    case .numeric(let summaries):
      guard let summary = summaries.at(place) else { return }
      let n = summary.count
      row(&csv, group, block.variable, "", "n", Double(n), Double(n), size)
      row(&csv, group, block.variable, "", "missing", Double(missing), Double(missing), size)
      row(&csv, group, block.variable, "", "mean", summary.mean, n == 0 ? .nan : summary.sum, n)
      row(&csv, group, block.variable, "", "sd", summary.standardDeviation, summary.sumOfSquares, max(0, n - 1))
      row(&csv, group, block.variable, "", "min", summary.minimum, .nan, n)
      row(&csv, group, block.variable, "", "q1", summary.lowerQuartile, .nan, n)
      row(&csv, group, block.variable, "", "median", summary.median, .nan, n)
      row(&csv, group, block.variable, "", "q3", summary.upperQuartile, .nan, n)
      row(&csv, group, block.variable, "", "max", summary.maximum, .nan, n)
    case .categorical(let levels, let counts):
      let known = known(counts, place)
      row(&csv, group, block.variable, "", "n", Double(known), Double(known), size)
      row(&csv, group, block.variable, "", "missing", Double(missing), Double(missing), size)
      for (index, level) in levels.enumerated() {
        let count = Double(counts.at(index)?.at(place) ?? 0)
        row(&csv, group, block.variable, level, "count", count, count, known)
        row(
          &csv, group, block.variable, level, "percent", known == 0 ? .nan : 100 * count / Double(known), count, known)
      }
    }
  }

  private func row(
    _ csv: inout CSVWriter, _ group: String, _ variable: TableVariable, _ level: String, _ statistic: String,
    _ value: Double, _ numerator: Double, _ denominator: Int
  ) {
    csv.text(by.id)
    csv.text(group)
    csv.text(variable.id)
    csv.text(variable.label)
    csv.text(variable.unit)
    csv.text(level)
    csv.text(statistic)
    csv.number(value)
    csv.number(numerator)
    csv.integer(denominator)
    csv.endRow()
  }
}

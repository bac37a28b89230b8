import Statistics

/// A variable of a table: its column in `patients.csv`, its name for people and its unit.
public struct TableVariable: Sendable, Equatable {
  /// Column name, as `homa_ir`.
  public var id: String
  /// Name for people.
  public var label: String
  /// Unit; empty where there is none.
  public var unit: String

  /// All parts at once.
  public init(id: String, label: String, unit: String = "") {
    self.id = id
    self.label = label
    self.unit = unit
  }

  /// The name with its unit, as `Glucose (mmol/L)`.
  var title: String { unit.isEmpty || unit == "1" ? label : label + " (" + unit + ")" }
}

/// Table 1: the cohort at baseline, described by the groups of one variable and overall. Each patient counts once.
///
/// Numeric variables: n, missing, mean and standard deviation (n - 1), median and quartiles (R's type 7).
/// Categorical variables: counts, and percentages of those in whom the variable is known.
/// No test of difference is made.
public struct TableOne: Sendable {
  let by: TableVariable
  /// `Overall`, then the groups.
  let groups: [String]
  /// People in each, missing or not.
  let sizes: [Int]
  private(set) var blocks: [Block] = []

  /// What the table says of one variable.
  struct Block: Sendable {
    let variable: TableVariable
    /// One a group, Overall first.
    let missing: [Int]
    let content: Content
  }

  enum Content: Sendable {
    case numeric([NumericSummary])
    /// Counts by level, then group.
    case categorical(levels: [String], counts: [[Int]])
  }

  /// An empty table.
  /// - Parameters:
  ///   - variable: what the groups are groups of.
  ///   - groups: names of the groups, in order.
  ///   - groupSizes: people in each group.
  public init(by variable: TableVariable, groups: [String], groupSizes: [Int]) {
    by = variable
    self.groups = ["Overall"] + groups
    sizes = [groupSizes.reduce(0, +)] + groupSizes
  }

  /// Adds a numeric variable.
  /// - Parameters:
  ///   - values: by group, in any order, without NaN.
  ///   - missing: by group, people without a value.
  public mutating func add(numeric variable: TableVariable, values: [[Double]], missing: [Int]) {
    let all = [values.flatMap(\.self)] + values
    blocks.append(
      Block(
        variable: variable, missing: [missing.reduce(0, +)] + missing,
        content: .numeric(all.map { NumericSummary($0) })))
  }

  /// Adds a categorical variable.
  /// - Parameters:
  ///   - levels: names of the levels, in order.
  ///   - counts: by level, then group.
  ///   - missing: by group, people in whom it is not known.
  public mutating func add(categorical variable: TableVariable, levels: [String], counts: [[Int]], missing: [Int]) {
    blocks.append(
      Block(
        variable: variable, missing: [missing.reduce(0, +)] + missing,
        content: .categorical(levels: levels, counts: counts.map { [$0.reduce(0, +)] + $0 })))
  }

  /// The table as formatted cells: variable, unit, level, statistic, then one column a group.
  public func csv() -> [UInt8] {
    var csv = CSVWriter()
    for name in ["variable", "label", "unit", "level", "statistic"] + groups { csv.text(name) }
    csv.endRow()
    csv.text("")
    csv.text("People")
    csv.missing()
    csv.missing()
    csv.text("n")
    for size in sizes { csv.integer(size) }
    csv.endRow()
    for block in blocks {
      for line in lines(block) {
        csv.text(block.variable.id)
        csv.text(block.variable.label)
        csv.text(block.variable.unit)
        csv.text(line.level)
        csv.text(line.statistic)
        for cell in line.cells { csv.text(cell) }
        csv.endRow()
      }
    }
    return csv.bytes
  }

  /// One line of the table: a statistic, or a level with its counts.
  struct Line {
    let level: String
    let statistic: String
    let cells: [String]
  }

  /// The lines of a variable.
  func lines(_ block: Block) -> [Line] {
    var lines: [Line] = []
    switch block.content {
    case .numeric(let summaries):
      let decimals = Self.decimals(summaries.first)
      func cells(_ format: (NumericSummary) -> String) -> [String] {
        summaries.map { $0.count == 0 ? "\u{2013}" : format($0) }
      }
      func text(_ value: Double) -> String { value.isFinite ? NumberText.fixed(value, decimals) : "\u{2013}" }
      lines.append(Line(level: "", statistic: "n", cells: summaries.map { String($0.count) }))
      lines.append(
        Line(
          level: "", statistic: "mean (SD)", cells: cells { text($0.mean) + " (" + text($0.standardDeviation) + ")" }))
      lines.append(
        Line(
          level: "", statistic: "median (Q1, Q3)",
          cells: cells { text($0.median) + " (" + text($0.lowerQuartile) + ", " + text($0.upperQuartile) + ")" }))
    case .categorical(let levels, let counts):
      for (place, level) in levels.enumerated() {
        let cells = groups.indices.map { group in
          let count = counts.at(place)?.at(group) ?? 0
          return "\(count) (" + NumberText.percent(count, of: known(counts, group)) + ")"
        }
        lines.append(Line(level: level, statistic: "n (% of known)", cells: cells))
      }
    }
    lines.append(Line(level: "", statistic: "missing or not applicable", cells: block.missing.map(String.init)))
    return lines
  }

  /// People of a group in whom a categorical variable is known.
  func known(_ counts: [[Int]], _ group: Int) -> Int { counts.reduce(0) { $0 + ($1.at(group) ?? 0) } }

  /// Decimals that show three figures of the overall standard deviation, at most four.
  static func decimals(_ overall: NumericSummary?) -> Int {
    let spread = overall?.standardDeviation ?? .nan
    guard spread.isFinite, spread > 0 else { return 2 }
    var decimals = 0
    var bound = 100.0
    while spread < bound, decimals < 4 {
      decimals += 1
      bound /= 10
    }
    return decimals
  }
}

/// How many rows, results or patients came to one outcome for one reason.
public struct FlowRow: Sendable, Equatable {
  /// `row`, `result`, `attribute` or `patient`.
  public var level: String
  /// `read`, `accepted`, `set_aside`, `rejected`, `scored` or `classified`.
  public var outcome: String
  /// A code; empty where there is nothing to say.
  public var reason: String
  /// How many.
  public var n: Int

  /// All parts at once.
  public init(level: String, outcome: String, reason: String, n: Int) {
    self.level = level
    self.outcome = outcome
    self.reason = reason
    self.n = n
  }
}

/// `flow.csv`: level, outcome, reason, n.
public enum FlowTable {
  /// The whole file, in the order given.
  public static func render(_ rows: [FlowRow]) -> [UInt8] {
    var csv = CSVWriter()
    for name in ["level", "outcome", "reason", "n"] { csv.text(name) }
    csv.endRow()
    for row in rows {
      csv.text(row.level)
      csv.text(row.outcome)
      csv.text(row.reason)
      csv.integer(row.n)
      csv.endRow()
    }
    return csv.bytes
  }
}

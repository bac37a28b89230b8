import Domain
import Report
import Store

/// What became of everything: the rows of flow.csv.
public enum FlowAccounting {
  /// Reads, outcomes and reasons by level, then what came of the patients at their baseline visit.
  ///
  /// At each level accepted + set aside + rejected = read, where read is the reader's own count: a file for which they
  /// differ is not taken in.
  public static func rows(store: CohortStore, verdicts: VerdictTally) throws -> [FlowRow] {
    var rows: [FlowRow] = []
    let entries = try store.accounting()
    for level in AccountingLevel.allCases {
      let ofLevel = entries.filter { $0.level == level.rawValue }
      rows.append(
        FlowRow(
          level: level.rawValue, outcome: "read", reason: "",
          n: ofLevel.filter { $0.outcome == AccountingEntry.read }.reduce(0) { $0 + $1.count }))
      for outcome in Outcome.allCases {
        var byReason: [String: Int] = [:]
        for entry in ofLevel where entry.outcome == outcome.rawValue {
          byReason[entry.reason, default: 0] += entry.count
        }
        if byReason.isEmpty { byReason[""] = 0 }
        for reason in byReason.keys.sorted() {
          rows.append(
            FlowRow(level: level.rawValue, outcome: outcome.rawValue, reason: reason, n: byReason[reason] ?? 0))
        }
      }
    }
    rows.append(FlowRow(level: "patient", outcome: "read", reason: "", n: try store.patientCount()))
    rows.append(FlowRow(level: "patient", outcome: "scored", reason: "", n: verdicts.scored))
    for verdict in Verdict.allCases where verdict != .indeterminate {
      rows.append(
        FlowRow(level: "patient", outcome: "classified", reason: verdict.name, n: verdicts.counts[verdict] ?? 0))
    }
    for reason in verdicts.indeterminate.keys.sorted() {
      rows.append(
        FlowRow(
          level: "patient", outcome: "indeterminate", reason: reason, n: verdicts.indeterminate[reason] ?? 0))
    }
    return rows
  }
}

/// Counts verdicts at baseline while the cohort streams by.
public struct VerdictTally: Sendable {
  /// Patients whose baseline visit the mechanism has scored.
  public var scored = 0
  /// By verdict.
  public var counts: [Verdict: Int] = [:]
  /// Indeterminate ones by reason code.
  public var indeterminate: [String: Int] = [:]

  /// Counts the baseline visits of a block.
  mutating func add(_ block: ScoredBlock) {
    for (row, visit) in block.panel.visits.enumerated() where visit.ordinal == 1 {
      guard let phenotype = block.phenotypes[row] else { continue }
      scored += 1
      counts[phenotype.verdict, default: 0] += 1
      if phenotype.verdict == .indeterminate { indeterminate[phenotype.reasonCode, default: 0] += 1 }
    }
  }
}

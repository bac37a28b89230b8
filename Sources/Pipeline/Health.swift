import Domain
import Mechanism
import Store

/// What the tool finds when it examines itself.
public enum Health {
  /// One finding.
  public struct Finding: Sendable {
    /// The part.
    public let what: String
    /// What was found of it.
    public let detail: String
    /// Whether it can be used.
    public let works: Bool
  }

  /// Tries each part for real.
  public static func examine() -> [Finding] {
    var findings = [
      Finding(what: "rheostat", detail: RheostatVersion.current, works: true),
      Finding(
        what: "dictionary",
        detail: "\(Analyte.count) analytes, \(AnalyteInfo.all.reduce(0) { $0 + $1.units.count }) units",
        works: AnalyteInfo.all.count == Analyte.count),
      Finding(what: "SQLite", detail: CohortStore.libraryVersion, works: true),
    ]
    do {
      let scorer = try ScoreStage.mechanismScorer(RunSettings(threads: 1))
      let version = MechanismVersion.shipped
      findings.append(
        Finding(
          what: "model",
          detail: "read and compiled, \(version.model.prefix(12)); \(scorer.ensemble.count) parameter sets, "
            + version.ensemble.prefix(12), works: true))
    } catch {
      findings.append(Finding(what: "model", detail: "\(error)", works: false))
    }
    return findings
  }
}

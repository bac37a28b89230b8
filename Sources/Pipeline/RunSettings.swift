public import Domain
import Store

/// Everything that can change a result, and the number of threads, which cannot.
public struct RunSettings: Sendable {
  /// Seed of all random streams.
  public var seed: UInt64
  /// Most draws a visit.
  public var draws: Int
  /// Whether a visit whose answer is settled gets no further draws.
  public var stopsEarly: Bool
  /// How the kits of the laboratory stand to the model's.
  public var kits: KitScales
  /// Threads of indices and mechanism; the same bytes come out for any number.
  public var threads: Int

  /// All parts at once.
  /// - Precondition: `problem(kits:)` finds none.
  public init(seed: UInt64 = 1, draws: Int = 500, stopsEarly: Bool = true, kits: [String] = [], threads: Int) {
    self.seed = seed
    self.draws = draws
    self.stopsEarly = stopsEarly
    do { self.kits = try KitScales(kits) } catch { preconditionFailure("kits are looked at before: \(error)") }
    self.threads = threads
  }
}

/// Settings as they were given, nil or empty where they were not.
public struct GivenSettings: Sendable {
  /// See `RunSettings`.
  public var seed: UInt64?, draws: Int?
  /// Every draw for every visit.
  public var allDraws: Bool
  /// Scales of kits, `adiponectin=2.5`.
  public var kits: [String]
  /// Threads.
  public var threads: Int

  /// All parts at once.
  public init(seed: UInt64?, draws: Int?, allDraws: Bool = false, kits: [String], threads: Int) {
    self.seed = seed
    self.draws = draws
    self.allDraws = allDraws
    self.kits = kits
    self.threads = threads
  }

  /// Complete settings: what was not given is that of `base`.
  /// - Precondition: `RunSettings.problem(kits:)` finds none.
  public func settings(over base: RunSettings? = nil) -> RunSettings {
    let base = base ?? RunSettings(threads: threads)
    return RunSettings(
      seed: seed ?? base.seed, draws: draws ?? base.draws, stopsEarly: !allDraws && base.stopsEarly,
      kits: kits.isEmpty ? base.kits.words : kits, threads: threads)
  }
}

extension RunSettings {
  /// The settings by which a database was scored, so that an explanation is of the answer that stands there; the usual ones
  /// where it was not scored.
  /// - Throws: 65 where what is stored is no settings.
  init(scoredIn store: CohortStore) throws {
    func stored<Value>(_ name: String, _ otherwise: Value, _ read: (String) -> Value?) throws -> Value {
      guard let text = try store.setting("mechanism." + name) else { return otherwise }
      guard let value = read(text) else {
        throw RheostatError(
          .dataUnusable, "The settings of the scoring cannot be read (\(name)).",
          advice: "Score the database again.", location: store.path)
      }
      return value
    }
    try self.init(
      seed: stored("seed", 1) { UInt64($0) }, draws: stored("draws", 500) { Int($0) },
      stopsEarly: store.setting("mechanism.all_draws") != "yes",
      kits: stored("kits", []) { text in
        let words = text.split(separator: " ").map(String.init)
        return RunSettings.problem(kits: words) == nil ? words : nil
      }, threads: 1)
  }

  /// What is wrong with scales of kits as they were given, `adiponectin=2.5`; nil where nothing is.
  public static func problem(kits words: [String]) -> String? {
    do throws(KitScales.Failure) {
      _ = try KitScales(words)
      return nil
    } catch {
      switch error {
      case .form(let word): return "\"\(word)\" is not of the form ANALYTE=FACTOR, as adiponectin=2.5."
      case .analyte(let name):
        return "\"\(name)\" is not one of \(KitScales.analytes.map(\.name).joined(separator: ", "))."
      case .factor(let word): return "The factor of \"\(word)\" is not a number from 0.01 to 100."
      case .repeated(let name): return "\(name) is given twice."
      }
    }
  }
}

/// The version of Rheostat: part of every hash, report and manifest.
public enum RheostatVersion {
  /// As printed by `rheostat --version`.
  public static let current = "0.1.0"
}

/// How far a command has come.
public struct StageProgress: Sendable {
  /// Name of the stage, as `ingest` or `mechanism`.
  public var stage: String
  /// Units done.
  public var done: Int64
  /// Units in all; 0 where not known.
  public var total: Int64
  /// What is counted, as `bytes` or `visits`.
  public var unit: String
  /// Whether the stage has ended; then `summary` says what came of it.
  public var ended: Bool
  /// One line for people, without identifiers.
  public var summary: String
}

/// Told how far a command has come.
public typealias ProgressHandler = @Sendable (StageProgress) -> Void

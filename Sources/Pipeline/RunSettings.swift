/// Everything that can change a result, and the number of threads, which cannot.
public struct RunSettings: Sendable {
  /// Seed of all random streams.
  public var seed: UInt64
  /// Most draws a visit.
  public var draws: Int
  /// Whether a visit whose answer is settled gets no further draws.
  public var stopsEarly: Bool
  /// Threads of the mechanism; the same bytes come out for any number.
  public var threads: Int

  /// All parts at once.
  public init(seed: UInt64 = 1, draws: Int = 500, stopsEarly: Bool = true, threads: Int) {
    self.seed = seed
    self.draws = draws
    self.stopsEarly = stopsEarly
    self.threads = threads
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

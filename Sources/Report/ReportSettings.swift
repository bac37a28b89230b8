/// What a report must say of how it was made. Everything here changes results or names what did.
public struct ReportSettings: Sendable, Equatable {
  /// The version of Rheostat.
  public var version: String
  /// The seed of the random streams.
  public var seed: UInt64
  /// Draws asked for a visit.
  public var draws: Int
  /// The factor from uU/mL to pmol/L insulin in words, as `6.00 pmol/L per uU/mL`.
  public var insulinFactor: String
  /// The beginning of the SHA-256 of the model and its ensemble.
  public var modelHash: String
  /// What was read, without names of files, as `F001 (412 rows)`.
  public var dataDescription: String

  /// All parts at once.
  public init(
    version: String, seed: UInt64, draws: Int, insulinFactor: String, modelHash: String, dataDescription: String
  ) {
    self.version = version
    self.seed = seed
    self.draws = draws
    self.insulinFactor = insulinFactor
    self.modelHash = modelHash
    self.dataDescription = dataDescription
  }
}

import Domain
import Foundation
import Report
import Store

/// The record of a run: what went in, under which settings, and what came out, each by its SHA-256.
struct Manifest: Codable {
  struct Input: Codable {
    let file: String
    let sha256: String
    let mappingSHA256: String
    let bytes: Int64
    let rows: Int
  }
  struct Output: Codable {
    let path: String
    let sha256: String
    let bytes: Int
  }
  struct Settings: Codable {
    let seed: UInt64
    let draws: Int
    let stopsEarly: Bool
    /// `adiponectin=2.5`: by what values were divided before the mechanism read them.
    let kitScales: [String]
    let stratifiedBy: [String]
    let showIdentifiers: Bool
    let showDates: Bool
  }
  struct Constants: Codable {
    /// Unit as reported and the factor to pmol/L, for each pair that occurs.
    let insulinFactors: [String]
    let belowLimitFraction: Double
    let aboveLimitFraction: Double
  }
  let program: String
  let version: String
  let modelSHA256: String
  let ensembleSHA256: String
  let settings: Settings
  let constants: Constants
  let inputs: [Input]
  let outputs: [Output]

  /// Writes `manifest.json`. Neither a clock time nor the number of threads stands in it.
  static func write(
    _ folder: OutputFolder, store: CohortStore, settings: RunSettings, by: [String], options: TableOptions
  ) throws {
    let manifest = Manifest(
      program: "rheostat", version: RheostatVersion.current, modelSHA256: MechanismVersion.shipped.model,
      ensembleSHA256: MechanismVersion.shipped.ensemble,
      settings: Settings(
        seed: settings.seed, draws: settings.draws, stopsEarly: settings.stopsEarly, kitScales: settings.kits.words,
        stratifiedBy: by, showIdentifiers: options.showIdentifiers, showDates: options.showDates),
      constants: Constants(
        insulinFactors: try store.factors(of: .insulin), belowLimitFraction: Censoring.belowLimitFraction,
        aboveLimitFraction: Censoring.aboveLimitFraction),
      inputs: try store.files().map {
        Input(file: $0.code, sha256: $0.sha256, mappingSHA256: $0.mappingSHA256, bytes: $0.bytes, rows: $0.rows)
      },
      outputs: try outputs(folder))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let text = try encoder.encode(manifest)
    try folder.write("manifest.json", Array(text) + Array("\n".utf8))
  }

  /// Every file that the run wrote but the manifest itself, in the order of their paths. Notes that somebody put beside
  /// them are nobody's business.
  private static func outputs(_ folder: OutputFolder) throws -> [Output] {
    try folder.writtenNames.map { name in
      var status = stat()
      lstat(folder.path(name), &status)
      return Output(path: name, sha256: try Hashing.ofFile(folder.path(name)), bytes: Int(status.st_size))
    }
  }
}

extension ReportSettings {
  /// The settings that made the numbers of the store.
  init(store: CohortStore) throws {
    let model = try store.setting("mechanism.model") ?? MechanismVersion.shipped.model
    let ensemble = try store.setting("mechanism.ensemble") ?? MechanismVersion.shipped.ensemble
    let files = try store.files().count
    try self.init(
      version: RheostatVersion.current, seed: store.setting("mechanism.seed").flatMap { UInt64($0) } ?? 0,
      draws: store.setting("mechanism.draws").flatMap { Int($0) } ?? 0,
      insulinFactor: store.factors(of: .insulin).joined(separator: ", "),
      modelHash: "\(model.prefix(12)), ensemble \(ensemble.prefix(12))",
      dataDescription: files == 1 ? "1 file" : "\(files) files")
  }
}

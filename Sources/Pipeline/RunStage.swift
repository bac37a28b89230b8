import Domain
import Foundation
import Ingest
import Mechanism
import Report
import Store

/// What `rheostat run` was asked for.
public struct RunRequest: Sendable {
  /// Files or folders.
  public var inputs: [String]
  /// The mapping's text and the name of its file, if one was given.
  public var mapping: Mapping?
  /// The output folder.
  public var out: String
  /// Everything that changes results.
  public var settings: RunSettings
  /// Variables to stratify by.
  public var by: [String]
  /// Whether to throw another input's results away.
  public var replace: Bool
  /// What tables may show.
  public var options: TableOptions

  /// All parts at once.
  public init(
    inputs: [String], mapping: Mapping?, out: String, settings: RunSettings, by: [String], replace: Bool,
    options: TableOptions
  ) {
    self.inputs = inputs
    self.mapping = mapping
    self.out = out
    self.settings = settings
    self.by = by
    self.replace = replace
    self.options = options
  }
}

/// Everything in one go: ingest, score, tables, reports, manifest. Run again it redoes only what changed.
public enum RunStage {
  /// Names that a run makes at the top of its folder.
  static let ownNames: Set<String> = ["private", "reports", "tables", "manifest.json"]

  /// Runs all stages into a folder.
  public static func run(
    _ request: RunRequest, notice: (String) -> Void, progress: ProgressHandler
  ) throws -> IngestSummary {
    let paths = try InputPaths.expand(request.inputs) { _ in }
    try IngestStage.check(paths, mapping: request.mapping)
    try StratifiedTables.check(request.by, kept: request.mapping?.kept ?? [])
    let folder = try OutputFolder(path: request.out)
    let foreign = try folder.names().filter { !ownNames.contains($0) }
    guard foreign.isEmpty else {
      throw RheostatError(
        .cannotCreate, "The folder holds files that Rheostat did not make; nothing was written.",
        advice: "Choose an empty or a new folder with --out.", location: request.out)
    }
    try folder.folder("private")
    let lock = try FolderLock(path: folder.path("private/.lock"))
    defer { lock.release() }
    try refuseOtherInput(paths, request: request, folder: folder)

    let store = try CohortStore(path: folder.path("private/cohort.sqlite"), mustExist: false)
    var summary = try IngestStage.run(
      inputs: request.inputs, mapping: request.mapping, store: store, notice: notice, progress: progress)
    try StratifiedTables.checkLevels(request.by, in: store)
    try ScoreStage.indices(store: store, settings: request.settings, progress: progress)
    try ScoreStage.mechanism(store: store, settings: request.settings, progress: progress)
    try PrivateFiles.write(folder, store: store)
    let flow = try TablesStage.run(
      store: store, folder: folder, by: request.by, options: request.options, progress: progress)
    summary.unsolved = flow.filter { $0.level == "patient" && $0.reason == Scorer.unsolvedReason }.reduce(0) {
      $0 + $1.n
    }
    let settings = try ReportSettings(store: store)
    try ReportStage.run(
      store: store, folder: folder, patients: nil, flow: flow, settings: settings, progress: progress)
    try Manifest.write(folder, store: store, settings: request.settings, by: request.by, options: request.options)
    try store.close()
    return summary
  }

  /// A folder belongs to its inputs: mixing cohorts by accident must not happen.
  private static func refuseOtherInput(_ paths: [String], request: RunRequest, folder: OutputFolder) throws {
    let database = folder.path("private/cohort.sqlite")
    guard folder.has("private/cohort.sqlite") else { return }
    let store = try CohortStore(path: database, mustExist: true)
    let mapping = Hashing.hexadecimal(Data((request.mapping?.canonicalText ?? "").utf8))
    let wanted = Set(try paths.map { try Hashing.ofFile($0) + mapping })
    let others = try store.files().contains { !wanted.contains($0.sha256 + $0.mappingSHA256) }
    try store.close()
    guard others else { return }
    guard request.replace else {
      throw RheostatError(
        .cannotCreate, "The folder holds the results of other input (or of the same under another mapping).",
        advice: "Choose another folder with --out, or give --replace to throw the old results away.",
        location: request.out)
    }
    // Before the first file goes: each folder is a folder and no link to elsewhere.
    for name in ["private", "reports/patients", "tables"] { try folder.folder(name) }
    for (name, isOurs) in Self.ownFiles { folder.removeLeftovers(in: name, where: isOurs) }
    unlink(folder.path("manifest.json"))
  }

  /// The files that a run makes, folder by folder; whatever else stands there is left alone.
  private static let ownFiles: [(String, @Sendable (String) -> Bool)] = [
    (
      "private",
      {
        $0.hasPrefix("cohort.sqlite") || ["problems.csv", "keys.csv", "files.csv"].contains($0)
          || $0.hasSuffix(".partial")
      }
    ),
    ("reports", { $0 == "index.html" || $0.hasSuffix(".partial") }),
    ("reports/patients", ReportStage.isPage),
    (
      "tables",
      {
        ["patients.csv", "results_long.csv", "codebook.csv", "flow.csv"].contains($0) || $0.hasPrefix("table1_by_")
          || $0.hasSuffix(".partial")
      }
    ),
  ]
}

/// Keeps a second process out of an output folder while one works there.
final class FolderLock {
  private let descriptor: Int32

  /// - Throws: `RheostatError` 74 where another process holds the lock.
  init(path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw RheostatError(
        .cannotCreate, "The folder cannot be written to (\(String(cString: strerror(errno)))).",
        advice: "Check its permissions, or choose another with --out.", location: path)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw RheostatError(
        .inputOutput, "Another run is working in this folder.",
        advice: "Wait until it has finished, or choose another folder with --out.", location: path)
    }
  }

  func release() { close(descriptor) }
}

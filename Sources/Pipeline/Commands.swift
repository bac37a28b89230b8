import Domain
import Foundation
import Ingest
import Report
import Store

/// What the commands of the tool do, in terms of paths and plain values: the tool itself only parses and prints.
public enum Commands {
  /// `rheostat run`.
  public static func run(
    inputs: [String], mapPath: String?, out: String, settings: RunSettings, by: [String], replace: Bool,
    showIdentifiers: Bool, showDates: Bool, notice: (String) -> Void, progress: ProgressHandler
  ) throws -> IngestSummary {
    try RunStage.run(
      RunRequest(
        inputs: inputs, mapping: mapping(mapPath), out: out, settings: settings, by: by, replace: replace,
        options: TableOptions(showIdentifiers: showIdentifiers, showDates: showDates)), notice: notice,
      progress: progress)
  }

  /// `rheostat ingest`.
  public static func ingest(
    inputs: [String], database: String, mapPath: String?, dryRun: Bool, notice: (String) -> Void,
    progress: ProgressHandler
  ) throws -> IngestSummary {
    let mapping = try mapping(mapPath)
    // Inputs are looked at before a database is made for them.
    try IngestStage.check(InputPaths.expand(inputs) { _ in }, mapping: mapping)
    // A dry run keeps nothing, not even an empty database; one that another process makes meanwhile is not its own.
    let isTrial = dryRun && !FileManager.default.fileExists(atPath: database)
    let path = isTrial ? database + ".dry-run" : database
    defer { if isTrial { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } } }
    let store = try CohortStore(path: path, mustExist: false)
    let summary = try IngestStage.run(
      inputs: inputs, mapping: mapping, store: store, dryRun: dryRun, notice: notice, progress: progress)
    try store.close()
    return summary
  }

  /// `rheostat map`: the draft of a mapping.
  public static func draftMapping(input: String, out: String?) throws -> String {
    let text = try MappingDraft.draft(path: input)
    guard let out else { return text }
    guard !FileManager.default.fileExists(atPath: out) else {
      throw RheostatError(
        .cannotCreate, "The file is there already; it may hold your corrections, so it was not touched.",
        advice: "Give another path with --out, or remove it first.", location: out)
    }
    let file = try OutputFile(path: out)
    try file.write(Array(text.utf8))
    try file.finish()
    return ""
  }

  /// `rheostat score`.
  public static func score(
    database: String, stages: Set<String>, settings: RunSettings, progress: ProgressHandler
  ) throws {
    let store = try CohortStore(path: database, mustExist: true)
    if stages.contains("indices") { try ScoreStage.indices(store: store, settings: settings, progress: progress) }
    if stages.contains("mechanism") { try ScoreStage.mechanism(store: store, settings: settings, progress: progress) }
    try store.close()
  }

  /// `rheostat score --stream`.
  public static func stream(
    input: Int32, settings: RunSettings, write: ([UInt8]) -> Void, note: (String) -> Void
  ) throws {
    try StreamStage(settings: settings).run(input: input, write: write, note: note)
  }

  /// `rheostat tables`.
  public static func tables(
    database: String, out: String, by: [String], showIdentifiers: Bool, showDates: Bool, progress: ProgressHandler
  ) throws {
    let store = try CohortStore(path: database, mustExist: true)
    let folder = try OutputFolder(path: out)
    try folder.folder("private")
    let lock = try FolderLock(path: folder.path("private/.lock"))
    defer { lock.release() }
    try PrivateFiles.write(folder, store: store)
    _ = try TablesStage.run(
      store: store, folder: folder, by: by,
      options: TableOptions(showIdentifiers: showIdentifiers, showDates: showDates), progress: progress)
    try store.close()
  }

  /// `rheostat report`.
  public static func report(
    database: String, out: String, patients: [String], progress: ProgressHandler
  ) throws {
    let store = try CohortStore(path: database, mustExist: true)
    let folder = try OutputFolder(path: out)
    try folder.folder("private")
    let lock = try FolderLock(path: folder.path("private/.lock"))
    defer { lock.release() }
    let selected = patients.isEmpty ? nil : Set(try patients.map { try patient($0, in: store) })
    var verdicts = VerdictTally()
    let catalogue = try ScoreStage.catalogue(of: store)
    if selected == nil {
      try ScoredCohort.forEachBlock(of: store, catalogue: catalogue, provenance: false) { block, _ in
        verdicts.add(block)
      }
    }
    try ReportStage.run(
      store: store, folder: folder, patients: selected, flow: FlowAccounting.rows(store: store, verdicts: verdicts),
      settings: ReportSettings(store: store), progress: progress)
    try store.close()
  }

  /// Writes a file of results for its user alone, in place of one of that name.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.finish()
  }

  /// `rheostat keys`: the link between study numbers and identifiers, line by line.
  public static func keys(database: String, line: (String) -> Void) throws {
    let store = try CohortStore(path: database, mustExist: true)
    line("patient_key,patient_id")
    try store.forEachPatient { number, identifier in line(PrivateFiles.record([StudyNumber.text(number), identifier])) }
    try store.close()
  }

  /// `rheostat forget`: removes a person wholly from the database.
  /// - Returns: the study number of the person who was removed.
  public static func forget(_ name: String, database: String) throws -> String {
    let store = try CohortStore(path: database, mustExist: true)
    let number = try patient(name, in: store)
    try store.forget(number)
    try store.close()
    return StudyNumber.text(number)
  }

  /// A study number or an identifier as the number of a patient.
  static func patient(_ name: String, in store: CohortStore) throws -> Int64 {
    let byIdentifier = try store.studyNumber(of: name)
    let byNumber = try StudyNumber.number(name).flatMap { try store.hasPatient($0) ? $0 : nil }
    if let byIdentifier, let byNumber, byIdentifier != byNumber {
      throw RheostatError(
        .usage, "The name means two people: one by study number, another by identifier.",
        advice: "Give the study number \(StudyNumber.text(byIdentifier)) for the one with this identifier, "
          + "or the identifier of the other; rheostat keys lists both.", location: store.path)
    }
    if let number = byIdentifier ?? byNumber { return number }
    throw RheostatError(
      .noInput, "There is no such patient in the database.",
      advice: "Give a study number (P00001) or the identifier as in your file; rheostat keys lists both.",
      location: store.path)
  }

  private static func mapping(_ path: String?) throws -> Mapping? {
    guard let path else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw RheostatError(
        .noInput, "There is no such mapping.", advice: "Draft one with: rheostat map FILE --out mapping.toml",
        location: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= 1 << 20 else {
      throw RheostatError(
        .dataUnusable, "A mapping is a TOML file of at most 1 MiB.",
        advice: "Draft one with: rheostat map FILE --out mapping.toml", location: path)
    }
    guard let bytes = FileManager.default.contents(atPath: path), let text = String(validatingUTF8Bytes: bytes) else {
      throw RheostatError(
        .dataUnusable, "The mapping cannot be read as UTF-8 text.", advice: "Save it as UTF-8.", location: path)
    }
    return try Mapping(toml: text, name: path)
  }
}

extension String {
  fileprivate init?(validatingUTF8Bytes data: Data) {
    self.init(validating: data, as: UTF8.self)
  }
}

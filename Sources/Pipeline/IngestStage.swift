import Domain
import Foundation
import Ingest
import Store

/// What came of taking files in.
public struct IngestSummary: Sendable {
  /// Files taken in.
  public var files = 0
  /// Files that were known already and added nothing.
  public var known = 0
  /// Rows, results and attributes that were rejected, in the files named, whether taken in now or before.
  public var rejected = 0
  /// Results by outcome.
  public var results: [Outcome: Int] = [:]

  /// Patients for whom the model could not be solved at baseline; 0 where it was not run.
  public var unsolved = 0

  /// Whether anything was rejected.
  public var hasRejections: Bool { rejected > 0 }
  /// Whether rows or patients failed, which `--strict` turns into exit code 1.
  public var hasFailures: Bool { hasRejections || unsolved > 0 }
}

/// Takes files into the store, one transaction each.
public enum IngestStage {
  /// Takes files in.
  /// - Parameters:
  ///   - inputs: files, or folders whose CSV files are meant.
  ///   - mapping: how columns are to be read; nil to go by headers alone.
  ///   - dryRun: do everything and keep nothing.
  ///   - notice: told what was detected in each file and what was passed over, for the user's eyes only.
  public static func run(
    inputs: [String], mapping: Mapping?, store: CohortStore, dryRun: Bool = false, notice: (String) -> Void,
    progress: ProgressHandler
  ) throws -> IngestSummary {
    var summary = IngestSummary()
    let paths = try InputPaths.expand(inputs) { notice("passed over (not a CSV file): \($0)") }
    for path in paths {
      try ingest(
        path, mapping: mapping, store: store, dryRun: dryRun, into: &summary, notice: notice, progress: progress)
    }
    let taken = dryRun ? "would be taken in (dry run: nothing was kept)" : "taken in"
    let files = summary.files == 1 ? "1 file" : "\(summary.files) files"
    let counts = Outcome.allCases.map { "\($0.rawValue) \(summary.results[$0] ?? 0)" }.joined(separator: ", ")
    let known = summary.known > 0 ? ", \(summary.known) known already" : ""
    let split = try store.patientsWithVisitsOnOneDay()
    let apart = split == 0 ? "" : "; patients with two visits on one day, whose labs do not meet: \(split)"
    let contradicted = try store.patientsWithContradictions()
    let doubt = contradicted == 0 ? "" : "; patients whose visits differ in sex or ethnicity: \(contradicted)"
    progress(
      StageProgress(
        stage: "ingest", done: Int64(summary.files), total: Int64(paths.count), unit: "files", ended: true,
        summary: "\(files) \(taken)\(known); results: \(counts)\(apart)\(doubt)"))
    return summary
  }

  private static func rejected(_ entries: [AccountingEntry]) -> Int {
    entries.filter { $0.outcome == Outcome.rejected.rawValue }.reduce(0) { $0 + $1.count }
  }

  /// Opens every file, before a database or a folder is made for the first, so that a wrong path or header is met before anything is written.
  static func check(_ paths: [String], mapping: Mapping?) throws {
    for path in paths { _ = try FileIngest(path: path, options: IngestOptions(mapping: mapping)) }
  }

  private static func ingest(
    _ path: String, mapping: Mapping?, store: CohortStore, dryRun: Bool, into summary: inout IngestSummary,
    notice: (String) -> Void, progress: ProgressHandler
  ) throws {
    func alreadyKnown(_ entries: [AccountingEntry]) {
      summary.known += 1
      summary.rejected += Self.rejected(entries)
      notice("\(path): taken in before with the same mapping; nothing to add")
    }
    var file = try FileIngest(path: path, options: IngestOptions(mapping: mapping))
    let digest = try Hashing.ofFile(path)
    let identity = FileIdentity(
      path: path, sha256: digest, mappingSHA256: Hashing.hexadecimal(Data((mapping?.canonicalText ?? "").utf8)),
      bytes: file.byteCount, description: String(describing: file.description),
      columns: file.description.columns.map(\.header))
    if let known = try store.accounting(of: identity) {
      alreadyKnown(known)
      return
    }
    notice("\(path): \(file.description)")
    let entries = try store.ingest(identity, keep: !dryRun) { writer in
      let reading = file.progress
      let total = file.byteCount
      var items = 0
      try file.forEach { item in
        try writer.add(item)
        items += 1
        if items & 0x3FFF == 0 {
          progress(
            StageProgress(
              stage: "ingest", done: reading.bytesRead >> 10, total: total >> 10, unit: "KiB", ended: false, summary: ""
            ))
        }
      }
      guard try Hashing.ofFile(path) == digest else {
        throw RheostatError(
          .dataUnusable, "The file changed while it was read; nothing of it was kept.",
          advice: "Wait until it is complete, then run the same command again.", location: path)
      }
      return file.readCounts
    }
    guard let entries else { return alreadyKnown(try store.accounting(of: identity) ?? []) }
    summary.rejected += Self.rejected(entries)
    for entry in entries where entry.level == AccountingLevel.result.rawValue {
      if let outcome = Outcome(rawValue: entry.outcome) { summary.results[outcome, default: 0] += entry.count }
    }
    summary.files += 1
  }
}

import Domain
import Foundation
import Testing

@testable import Store

/// Closing any descriptor of a file gives up all locks of the process on it (POSIX): another process would then take itself for
/// the last user of a database that is being written, and delete its log with what is committed in it.
@Suite struct FurtherConnectionTests {
  /// The locks that this process holds on a file, as the kernel tells.
  private func locks(_ path: String) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0, let table = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
      return 0
    }
    return table.split(separator: "\n").count { line in
      line.contains(" \(getpid()) ") && line.contains(":\(status.st_ino) ")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "needs Linux's /proc/locks"))
  func openingAndClosingLeavesTheLocks() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("cohort.sqlite")
    let store = try CohortStore(path: path, mustExist: false)
    try store.setSetting("a", "b")
    let held = locks(path)
    try #require(held > 0, "a database that is open in this mode is locked for as long")
    do {
      let beside = try CohortStore(beside: store)
      #expect(try beside.setting("a") == "b")
    }
    #expect(locks(path) == held)
    do { #expect(try CohortStore(path: path, mustExist: true).setting("a") == "b") }
    #expect(locks(path) == held)
    withExtendedLifetime(store) {}
  }

  /// What another process has forgotten since it was read is not stored, and is no error.
  @Test func resultsOfAVisitThatIsGoneAreDropped() throws {
    let folder = try TemporaryFolder()
    let store = try CohortStore(path: folder.file("cohort.sqlite"), mustExist: false)
    let scores = EncodedScores(indices: [.computed(1)], syndromes: [])
    let catalogue = Catalogue(indices: [], syndromes: [], kept: [])
    try store.storeIndices([IndexResult(visit: 7, scores: scores, hash: 1)], catalogue: catalogue)
    let panel = PanelBlock(visits: [VisitIdentity(row: 7, patient: 1, ordinal: 1, day: nil, randomKey: 0)])
    #expect(try store.stageHashes("indices", of: panel) == [nil])
    #expect(try store.count("SELECT count(*) FROM index_result") == 0)
    #expect(try store.count("SELECT count(*) FROM stage_state") == 0)
  }
}

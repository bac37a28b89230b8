import Foundation
import Testing

/// Targets that cannot be written, links that lead elsewhere, disks that are full: the real thing, not a mock.
@Suite struct HostileSystemTests {
  private let space: Workspace
  private let cohort: String
  init() throws {
    space = try Workspace()
    cohort = try space.write("cohort.csv", "patient_id,sex,age,glucose (mmol/L)\nA,F,50,5.1\nB,M,60,7.9\n")
    chmod(space.path, 0o755)
    chmod(cohort, 0o644)
  }

  /// Permissions do not bind the superuser, so these run as nobody where the tests run as root.
  private static let unprivileged =
    getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  @Test func anUnreadableFile() throws {
    chmod(cohort, 0)
    let writable = space.file("open")
    try FileManager.default.createDirectory(atPath: writable, withIntermediateDirectories: true)
    chmod(writable, 0o777)
    let outcome = try Tool.run(["ingest", cohort, "--db", writable + "/c.sqlite"], before: Self.unprivileged)
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("cohort.csv"))
  }

  @Test func aReadOnlyTarget() throws {
    chmod(space.path, 0o555)
    defer { chmod(space.path, 0o755) }
    for command in [["run", cohort, "--out", space.file("out")], ["ingest", cohort, "--db", space.file("c.sqlite")]] {
      let outcome = try Tool.run(command, before: Self.unprivileged)
      #expect(outcome.code == 73, "\(outcome.errors)")
      #expect(outcome.errors.contains("permission") || outcome.errors.contains("may write"))
    }
  }

  @Test func aFolderOfOtherFilesIsNotTouched() throws {
    try FileManager.default.createDirectory(atPath: space.file("home"), withIntermediateDirectories: true)
    try space.write("home/thesis.doc", "years of work")
    let outcome = try Tool.run(["run", cohort, "--out", space.file("home"), "--replace"])
    #expect(outcome.code == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: space.file("home")) == ["thesis.doc"])
  }

  @Test func linksInsideTheOutputAreNotFollowed() throws {
    try FileManager.default.createDirectory(atPath: space.file("elsewhere"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: space.file("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: space.file("out/tables"), withDestinationPath: space.file("elsewhere"))
    let outcome = try Tool.run(["run", cohort, "--out", space.file("out"), "--draws", "2"])
    #expect(outcome.code == 73, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: space.file("elsewhere")).isEmpty)
  }

  @Test func foldersAreReadWithoutFollowingLinksOrPipes() throws {
    let labs = space.file("labs")
    try FileManager.default.createDirectory(atPath: labs, withIntermediateDirectories: true)
    try space.write("labs/good.csv", "patient_id,glucose (mmol/L)\nA,5\n")
    try space.write("outside.csv", "patient_id,glucose (mmol/L)\nZ,5\n")
    try FileManager.default.createSymbolicLink(
      atPath: labs + "/link.csv", withDestinationPath: space.file("outside.csv"))
    #expect(mkfifo(labs + "/pipe.csv", 0o600) == 0)
    let database = space.file("c.sqlite")
    #expect(try Tool.run(["ingest", labs, "--db", database]).code == 0)
    #expect(try Tool.run(["keys", "--db", database]).output == "patient_key,patient_id\nP00001,A\n")
  }

  @Test func twoRunsInOneFolder() throws {
    try FileManager.default.createDirectory(atPath: space.file("out/private"), withIntermediateDirectories: true)
    let lock = open(space.file("out/private/.lock"), O_RDWR | O_CREAT, 0o600)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    let outcome = try Tool.run(["run", cohort, "--out", space.file("out")])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("Another run"))
  }

  @Test func anotherInputsResultsAreKeptUnlessReplaced() throws {
    let out = space.file("out")
    #expect(try Tool.run(["run", cohort, "--out", out, "--draws", "2"]).code == 0)
    let before = try space.contents(below: "out")
    let other = try space.write("other.csv", "patient_id,glucose (mmol/L)\nC,6\n")
    let refused = try Tool.run(["run", other, "--out", out, "--draws", "2"])
    #expect(refused.code == 73)
    #expect(refused.errors.contains("--replace"))
    #expect(try space.contents(below: "out") == before)
    #expect(try Tool.run(["run", other, "--out", out, "--draws", "2", "--replace"]).code == 0)
    #expect(try space.table("out/private/keys.csv").map { $0["patient_id"] } == ["C"])
  }

  /// What a run no longer makes is gone: nobody's page outlives them, no table outlives its question.
  @Test func leftoversOfAnEarlierRunAreRemoved() throws {
    let out = space.file("out")
    #expect(try Tool.run(["run", cohort, "--out", out, "--draws", "2", "--by", "sex"]).code == 0)
    #expect(try Tool.run(["forget", "A", "--db", out + "/private/cohort.sqlite"]).code == 0)
    #expect(try Tool.run(["run", cohort, "--out", out, "--draws", "2"]).code == 0)
    let left = try space.contents(below: "out").keys
    #expect(left.contains("reports/patients/P00002.html") && !left.contains("reports/patients/P00001.html"))
    #expect(left.contains("tables/table1_by_phenotype.csv") && !left.contains("tables/table1_by_sex.csv"))
    #expect(try !space.text("out/manifest.json").contains("P00001"))
    #expect(try !space.text("out/private/problems.csv").contains(",A,"))
  }

  /// What was computed from data that have changed since is never shown beside them.
  @Test func newDataOutdateOldResults() throws {
    let database = space.file("c.sqlite")
    #expect(try Tool.run(["ingest", cohort, "--db", database]).code == 0)
    #expect(try Tool.run(["score", "--db", database, "--draws", "2"]).code == 0)
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("t")]).code == 0)
    let more = try space.write("more.csv", "patient_id,leptin (ng/mL)\nA,99\n")
    #expect(try Tool.run(["ingest", more, "--db", database]).code == 0)
    let refused = try Tool.run(["tables", "--db", database, "--out", space.file("t")])
    #expect(refused.code == 65)
    #expect(refused.errors.contains("rheostat score"))
    let again = try Tool.run(["score", "--db", database, "--draws", "2"])
    #expect(again.errors.contains("indices: 2 visits, 1 computed, 1 unchanged"))
    #expect(again.errors.contains("mechanism: 2 visits, 1 scored, 1 unchanged"))
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("t")]).code == 0)
  }

  @Test func replacingLeavesOtherFilesAlone() throws {
    let out = space.file("out")
    #expect(try Tool.run(["run", cohort, "--out", out, "--draws", "2"]).code == 0)
    try space.write("out/reports/mine.txt", "a note")
    let other = try space.write("other.csv", "patient_id,glucose (mmol/L)\nC,6\n")
    #expect(try Tool.run(["run", other, "--out", out, "--draws", "2", "--replace"]).code == 0)
    #expect(try space.text("out/reports/mine.txt") == "a note")
    #expect(try !space.text("out/manifest.json").contains("mine.txt"), "the manifest lists what the run made")
    #expect(!FileManager.default.fileExists(atPath: out + "/reports/patients/P00002.html"))
  }

  @Test func filesAreForTheirOwnerAlone() throws {
    #expect(try Tool.run(["run", cohort, "--out", space.file("out"), "--draws", "2"]).code == 0)
    for case let name as String in FileManager.default.enumerator(atPath: space.file("out")) ?? .init() {
      var status = stat()
      #expect(lstat(space.file("out/" + name), &status) == 0)
      let expected: mode_t = status.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600
      #expect(status.st_mode & 0o777 == expected, "\(name)")
    }
  }

  @Test func nothingOutsidePrivateCarriesIdentifiersFileNamesOrDates() throws {
    let secret = try space.write(
      "StMarysHospital.csv",
      "patient_id,date,visit,sex,age,glucose (mmol/L),ward\nJane-Doe-77,2024-03-01,one,F,93,5.1,Cardiology-9\n")
    #expect(try Tool.run(["run", secret, "--out", space.file("out"), "--draws", "2"]).code == 0)
    for (name, bytes) in try space.contents(below: "out") where !name.hasPrefix("private/") {
      for word in ["Jane-Doe-77", "StMarysHospital", "2024-03-01", "Cardiology-9"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
    #expect(try space.table("out/tables/patients.csv").first?["age"] == "90")
    for name in ["csv", "md"] {
      #expect(try !space.text("out/tables/table1_by_phenotype.\(name)").contains("93"), "table 1 in \(name)")
    }
    #expect(try !space.text("out/tables/table1_by_phenotype_long.csv").contains("93"))
  }

  @Test func namesWithControlBytesDoNotReachTheTerminal() throws {
    let outcome = try Tool.run([
      "ingest", space.file("\u{1B}]0;owned\u{07}\u{1B}[2J.csv"), "--db", space.file("c.sqlite"),
    ])
    #expect(outcome.code == 66)
    #expect(!outcome.errors.utf8.contains(0x1B) && !outcome.errors.utf8.contains(0x07))
  }
}

/// A disk that is full, as a file system of its own that is too small.
@Suite struct FullDiskTests {
  /// A mount needs a mount namespace; where the system allows none, there is no such disk to test with.
  private static let canMount: Bool = {
    // On continuous integration the test must run, so there a missing namespace is a failure and not a skip.
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    .enabled(if: FullDiskTests.canMount, "mount namespaces are not allowed here"), arguments: [100, 600, 4000, 8000])
  func saysSoAndGoesOnWhenThereIsSpace(kilobytes: Int) throws {
    let space = try Workspace()
    let cohort = Tool.package.appending(path: "sample-data/cohort.csv").path
    let disk = space.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    // In one namespace: run on the small disk, enlarge it, run again, copy the result out.
    let script = """
      mount -t tmpfs -o size=\(kilobytes)k tmpfs "$1" || exit 99
      "$2" run "$3" --out "$1/out" --draws 2 --quiet
      echo "first $?"
      mount -o remount,size=200m "$1" || exit 98
      "$2" run "$3" --out "$1/out" --draws 2 --quiet
      echo "second $?"
      cat "$1/out/tables/patients.csv" > "$4"
      """
    let process = Process()
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "unshare", "-rm", "sh", "-c", script, "sh", disk, Tool.path, cohort, space.file("patients.csv"),
    ]
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let codes = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(codes == "first 74\nsecond 0\n", "\(said)")
    #expect(said.contains("disk is full"))
    let whole = try Tool.run(["run", cohort, "--out", space.file("whole"), "--draws", "2", "--quiet"])
    #expect(whole.code == 0)
    #expect(try space.text("patients.csv") == space.text("whole/tables/patients.csv"))
  }
}

import Foundation
import Testing

/// The same input, seed and version give the same bytes in every output but the database.
@Suite(.serialized) struct DeterminismTests {
  private let space: Workspace
  private static let cohort = Tool.package.appending(path: "sample-data/cohort.csv").path
  init() throws { space = try Workspace() }

  private func arguments(_ out: String, threads: Int = 2, draws: Int = 6, seed: Int = 1) -> [String] {
    [
      "run", Self.cohort, "--out", space.file(out), "--draws", "\(draws)", "--threads", "\(threads)", "--seed",
      "\(seed)",
      "--by", "phenotype", "--by", "ckd_g", "--quiet",
    ]
  }

  @Test func threadsAndRerunsChangeNothing() throws {
    #expect(try Tool.run(arguments("one", threads: 1)).code == 0)
    let one = try space.contents(below: "one")
    #expect(one.count > 400)
    #expect(try Tool.run(arguments("two", threads: 2)).code == 0)
    #expect(try space.contents(below: "two") == one)
    #expect(try Tool.run(arguments("two", threads: 2)).code == 0)
    #expect(try space.contents(below: "two") == one, "run again")
    let flow = try space.table("one/tables/flow.csv")
    expectFlowAddsUp(flow)
  }

  @Test func anotherSeedChangesDrawsAndNothingElse() throws {
    #expect(try Tool.run(arguments("first", seed: 1)).code == 0)
    #expect(try Tool.run(arguments("second", seed: 2)).code == 0)
    let first = try space.contents(below: "first")
    let second = try space.contents(below: "second")
    #expect(first["tables/patients.csv"] != second["tables/patients.csv"])
    for name in ["private/problems.csv", "private/keys.csv", "private/files.csv"] {
      #expect(first[name] == second[name])
    }
  }

  /// Killed at moments spread over the run and started again, the bytes are those of a run that was left alone.
  /// `make check` does this at many more moments.
  @Test func killedAndRerunTheBytesAreTheSame() throws {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Tool.run(arguments("whole")).code == 0)
    let whole = clock.now - start
    let expected = try space.contents(below: "whole")
    let moments = Int(ProcessInfo.processInfo.environment["RHEOSTAT_KILLS"] ?? "") ?? 4
    var killed = 0
    for moment in 0..<moments {
      // Spread by the golden ratio: no two moments fall together, whatever their number.
      let share = (Double(moment) * 0.618033988749895 + 0.1).truncatingRemainder(dividingBy: 1)
      let process = try Tool.start(arguments("killed"))
      Thread.sleep(
        forTimeInterval: share * Double(whole.components.attoseconds) * 1e-18 + share * Double(whole.components.seconds)
      )
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      // Every other time it starts from what the killed one left; else from nothing.
      if moment % 2 == 1 { try FileManager.default.removeItem(atPath: space.file("killed")) }
    }
    #expect(killed > 0, "at least one run was killed under way")
    #expect(try Tool.run(arguments("killed")).code == 0)
    #expect(try space.contents(below: "killed") == expected)
  }

  /// A file goes in whole or not at all.
  @Test func aKilledIngestLeavesTheDatabaseAsItWas() throws {
    let database = space.file("cohort.sqlite")
    let small = try space.write("small.csv", "patient_id,glucose (mmol/L)\nA,5\n")
    #expect(try Tool.run(["ingest", small, "--db", database]).code == 0)
    var text = "patient_id,glucose (mmol/L),insulin (pmol/L)\n"
    for person in 0..<150_000 { text += "B\(person),5.\(person % 10),\(40 + person % 60)\n" }
    let large = try space.write("large.csv", text)
    let process = try Tool.start(["ingest", large, "--db", database])
    // The log grows as soon as rows are written: then it is under way.
    var waited = 0
    func logSize() -> Int {
      let attributes = try? FileManager.default.attributesOfItem(atPath: database + "-wal")
      return (attributes?[.size] as? Int) ?? 0
    }
    while waited < 2000, logSize() < 1 << 20 {
      Thread.sleep(forTimeInterval: 0.005)
      waited += 1
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal, "it was killed under way")
    #expect(try Tool.run(["keys", "--db", database]).output == "patient_key,patient_id\nP00001,A\n")
    #expect(try Tool.run(["ingest", large, "--db", database]).code == 0)
    #expect(try Tool.run(["keys", "--db", database]).output.split(separator: "\n").count == 150_002)
  }

  @Test func theSameFileTwiceAddsNothing() throws {
    let database = space.file("cohort.sqlite")
    #expect(try Tool.run(["ingest", Self.cohort, "--db", database]).code == 0)
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("unscored")]).code == 65, "not scored yet")
    #expect(try Tool.run(["score", "--db", database, "--only", "indices"]).code == 0)
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("before")]).code == 0)
    let again = try Tool.run(["ingest", Self.cohort, "--db", database])
    #expect(again.code == 0)
    #expect(again.errors.contains("known already"))
    #expect(try Tool.run(["score", "--db", database, "--only", "indices"]).errors.contains(" 0 computed"))
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("after")]).code == 0)
    #expect(try space.contents(below: "after") == space.contents(below: "before"))
  }

  /// 6,000 people are more than one block: threads finish them in another order than that in which they are stored.
  @Test func blocksOnSeveralThreadsAreStoredAlike() throws {
    try generate(people: 6000, seed: 3, to: "many.csv")
    #expect(try Tool.run(["ingest", space.file("many.csv"), "--db", space.file("one.sqlite"), "--quiet"]).code == 0)
    try FileManager.default.copyItem(atPath: space.file("one.sqlite"), toPath: space.file("three.sqlite"))
    var stored: [Data] = []
    for (name, threads) in [("one", "1"), ("three", "3")] {
      let database = space.file("\(name).sqlite")
      let scored = try Tool.run(["score", "--db", database, "--only", "indices", "--threads", threads, "--quiet"])
      #expect(scored.code == 0)
      stored.append(try Data(contentsOf: URL(filePath: database)))
      #expect(try Tool.run(["tables", "--db", database, "--out", space.file(name), "--quiet"]).code == 0)
    }
    let one = try space.contents(below: "one")
    #expect(one["tables/patients.csv"].map { $0.split(separator: UInt8(ascii: "\n")).count > 6000 } == true)
    #expect(try space.contents(below: "three") == one)
    #expect(stored[0] == stored[1], "the database, to the byte")
  }

  /// With all inputs the rows go on, and what the sample cannot give is computed: of each family of indices somebody has one.
  @Test func withAllInputsEveryFamilyIsComputed() throws {
    try generate(people: 200, seed: 20, to: "some.csv")
    try generate(people: 200, seed: 20, to: "all.csv", "--all-inputs")
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOfFile: space.file(name), encoding: .utf8).split(separator: "\n")
    }
    let (some, all) = (try lines("some.csv"), try lines("all.csv"))
    #expect(some.count == all.count)
    // The cohort's deliberate mistakes may cut a row short or lengthen it.
    #expect(zip(some, all).count { !$1.hasPrefix($0) } < 5)
    let database = space.file("all.sqlite")
    #expect(try Tool.run(["ingest", space.file("all.csv"), "--db", database, "--quiet"]).code == 0)
    #expect(try Tool.run(["score", "--db", database, "--only", "indices", "--quiet"]).code == 0)
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("all"), "--quiet"]).code == 0)
    let table = try #require(try space.contents(below: "all")["tables/patients.csv"])
    let rows = String(decoding: table, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for column in [
      "prevent_cvd_10y", "prevent_hf_30y_full", "kfre8_5y_na", "fli", "fib4", "conut", "pni", "npcr", "mis",
      "egfr_ckdepi_2021_crcys", "egfr_ekfc_cys",
    ] {
      let place = try #require(rows[0].firstIndex { $0 == column }, "\(column)")
      #expect(rows.dropFirst().contains { Double($0[place]) != nil }, "\(column)")
    }
  }

  private func generate(people: Int, seed: Int, to name: String, _ more: String...) throws {
    let process = Process()
    process.executableURL = Tool.package.appending(path: ".build/release/generate-sample-data")
    process.arguments = ["--people", "\(people)", "--seed", "\(seed)", "--out", space.file(name)] + more
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// The sample cohort is what its generator writes.
  @Test func theSampleCohortComesFromItsSeed() throws {
    try generate(people: 400, seed: 20, to: "cohort.csv")
    #expect(
      try Data(contentsOf: URL(filePath: space.file("cohort.csv"))) == Data(contentsOf: URL(filePath: Self.cohort)))
  }
}

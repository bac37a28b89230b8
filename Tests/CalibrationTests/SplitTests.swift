import Domain
import Foundation
import Mechanism
import Testing

@testable import calibrate

@Suite struct SplitTests {
  private let file: DataFile
  private let split: Split
  private let facts: DataFile
  init() throws {
    file = try ProjectFile.table("Calibration/split.csv")
    split = try Split(file)
    facts = try ProjectFile.table("Calibration/facts.csv")
  }

  @Test func everyFactAndClaimIsNamedOnce() throws {
    let expected =
      facts.rows.indices.map { "fact " + facts.value($0, "id") } + Claim.all.map { "claim " + $0.identifier }
    let named = file.rows.indices.map { file.value($0, "kind") + " " + file.value($0, "id") }
    #expect(named == expected)
  }

  /// A group's members are siblings: one part for all of those that are fitted or tested at all.
  @Test func wholeGroupsAreOnOneSide() throws {
    let claimGroups = try ProjectFile.table("Calibration/claim_groups.csv")
    var groups: [String: [String]] = [:]
    for row in facts.rows.indices where ["fit", "test"].contains(facts.value(row, "use")) {
      groups["fact " + facts.value(row, "group"), default: []].append(facts.value(row, "id"))
    }
    for row in claimGroups.rows.indices {
      groups["claim " + claimGroups.value(row, "group")] = claimGroups.value(row, "claims").split(separator: " ")
        .map(String.init)
    }
    #expect(!groups.isEmpty)
    for (group, members) in groups.sorted(by: { $0.key < $1.key }) {
      let parts = Set(try members.map { try split.part(of: $0) })
      #expect(parts.count == 1, "\(group)")
      #expect(!parts.contains(.never), "\(group)")
    }
  }

  @Test func everyClaimThatCountsIsInOneGroup() throws {
    let claimGroups = try ProjectFile.table("Calibration/claim_groups.csv")
    let grouped = claimGroups.rows.indices.flatMap { claimGroups.value($0, "claims").split(separator: " ") }
      .map(String.init)
    let counting = Claim.all.filter { $0.standing == .claimed }.map(\.identifier)
    #expect(grouped.sorted() == counting.filter { $0 != "P01" }.sorted())
  }

  /// P01 has a named profile as its input: to fit it would be to tune the model until it comes out as wished.
  @Test func whatIsNeverFitted() throws {
    for claim in Claim.all {
      let isNever = claim.standing != .claimed || claim.identifier == "P01"
      #expect(try (split.part(of: claim.identifier) == .never) == isNever, "\(claim.identifier)")
    }
    for row in facts.rows.indices {
      let identifier = facts.value(row, "id")
      #expect(
        try (split.part(of: identifier) == .never) == !["fit", "test"].contains(facts.value(row, "use")),
        "\(identifier)")
      // Looked for after the structure had been fixed: held out, whatever the seed.
      if facts.value(row, "use") == "test" { #expect(try split.part(of: identifier) == .test, "\(identifier)") }
      if !["fit", "test"].contains(facts.value(row, "use")) { #expect(split.reasons[identifier]?.isEmpty == false) }
    }
  }

  /// Of what the fit could see a third, and no more than the last group beyond it; what was looked for after the structure
  /// had been fixed comes on top.
  @Test(arguments: ["fact", "claim"]) func aThirdIsKeptAside(kind: String) {
    let later = Set(facts.rows.indices.filter { facts.value($0, "use") == "test" }.map { facts.value($0, "id") })
    let rows = file.rows.indices.filter { file.value($0, "kind") == kind && !later.contains(file.value($0, "id")) }
    let test = rows.count { file.value($0, "part") == "test" }
    let training = rows.count { file.value($0, "part") == "training" }
    #expect(3 * test >= test + training)
    #expect(2 * test < test + training)
  }

  /// Of the facts on the dose-response of insulin, too, a third and not nearly all.
  @Test func aThirdOfTheDoseResponsesIsKeptAside() {
    let doses = facts.rows.indices.filter { row in
      facts.value(row, "use") == "fit" && (facts.value(row, "test") + facts.value(row, "sweep")).contains("insulin")
    }
    let test = doses.count { split[facts.value($0, "id")] == .test }
    #expect(4 * test >= doses.count && 2 * test < doses.count)
  }

  @Test func whatTheSplitDoesNotNameStopsTheCalibration() throws {
    #expect(throws: Fault.self) { _ = try split.part(of: "F99") }
    let text = "kind,id,group,part,reason\nfact,F01,Rizza,spare,\n"
    let fault = #expect(throws: Fault.self) {
      _ = try Split(Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) })
    }
    #expect(fault?.description.contains("row 2") == true)
  }

  static let python = ["/usr/bin", "/usr/local/bin"].map { $0 + "/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Anybody can make the split again from its seed: the same bytes.
  @Test(.enabled(if: SplitTests.python != nil, "python3 is not here"))
  func theProgramGivesTheFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rheostat-split-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inputs = [
      "Calibration/split.py", "Calibration/facts.csv", "Calibration/claim_groups.csv",
      "Sources/Mechanism/Experiments/claims.csv",
    ]
    for path in inputs {
      let copy = folder.appending(path: path)
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: ProjectFile.package.appending(path: path), to: copy)
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = [folder.appending(path: "Calibration/split.py").path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let made = try Data(contentsOf: folder.appending(path: "Calibration/split.csv"))
    #expect(try made == Data(contentsOf: ProjectFile.package.appending(path: "Calibration/split.csv")))
  }
}

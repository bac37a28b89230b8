import Domain
import Foundation
@testable import Mechanism
import Report
import Testing

@testable import calibrate

@Suite struct CalibrationDocumentTests {
  /// Draws from the priors in the place of a fit: the pages are the same, only nothing was learnt.
  private static func folder(seed: UInt64, count: Int = 12) throws -> String {
    let folder = NSTemporaryDirectory() + "calibration-document-\(seed)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let points = LatinHypercube.points(
      count: count, dimension: priors.count, stream: SamplerStream(seed: seed))
    let values = priors.values(at: points)
    var sample = CSVWriter()
    sample.text("log_likelihood")
    for entry in priors.entries { sample.text(entry.name) }
    sample.endRow()
    for draw in 0..<count {
      sample.number(-1)
      for place in 0..<priors.count { sample.number(values[draw, place]) }
      sample.endRow()
    }
    try Data(sample.bytes).write(to: URL(filePath: folder + "/sample.csv"))
    let stages = "stage,temperature,effective_sample_size,roots\n1,1,\(count),\(count)\n"
    try Data(stages.utf8).write(to: URL(filePath: folder + "/stages.csv"))
    return folder
  }

  private static func files(_ folder: String) throws -> PageFiles {
    try CalibrationDocument(result: folder, claims: [], claimSets: 0).files()
  }

  @Test func everyFactAndParameterIsReported() throws {
    let folder = try Self.folder(seed: 1)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try Self.files(folder)
    let page = String(decoding: try #require(files.files.first).bytes, as: UTF8.self)
    let split = try Split(Folder.table("split.csv"))
    for fact in try Fact.all(Folder.table("facts.csv")) {
      let rows = page.components(separatedBy: "\n| \(fact.identifier) | ").count - 1
      // What the fit saw is reported once more without it.
      #expect(rows == (try split.part(of: fact.identifier) == .training ? 2 : 1), "\(fact.identifier)")
      if fact.use == "conflict" { #expect(page.contains("- **\(fact.identifier)** ")) }
    }
    for entry in try PriorFile.priors(Folder.table("Model/parameters.csv")).entries {
      #expect(page.contains("| `\(entry.name)` | "))
    }
    let pictures = page.matches(of: /!\[[^\]]*\]\(([^)]+)\)/).map { String($0.1) }
    #expect(pictures == files.files.dropFirst().map(\.path).filter(pictures.contains) && pictures.count == 6)

    let again = try Self.files(folder)
    #expect(files.files.map(\.bytes) == again.files.map(\.bytes))
  }

  @Test func aSampleOfOtherParametersIsRefused() throws {
    let folder = try Self.folder(seed: 2)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/sample.csv"
    let text = String(decoding: try Folder.bytes(path), as: UTF8.self)
    try Data(text.replacing("K_retention,", with: "K_other,").utf8).write(to: URL(filePath: path))
    #expect(throws: Fault.self) { try Self.files(folder) }
  }

  /// Python 3.11: exp(log(3) + 0.7 * 1.3) is 7.45296760015445.
  @Test func coordinatesAreTheInverseOfValues() {
    for prior in [Prior.lognormal(median: 3, sigma: 0.7), .logitnormal(median: 0.2, sigma: 0.7)] {
      for z in [-2.5, 0, 1.3] { #expect(abs(prior.coordinate(of: prior.value(z)) - z) < 1e-12) }
    }
    #expect(abs(Prior.lognormal(median: 3, sigma: 0.7).coordinate(of: 7.45296760015445) - 1.3) < 1e-12)
  }

  @Test func aNoteNamesItsRivals() {
    #expect(NeverFittedSection.names("F24.1", in: "against F24"))
    #expect(NeverFittedSection.names("G70", in: "against G69 and G70"))
    #expect(!NeverFittedSection.names("G7", in: "against G69 and G70"))
    #expect(!NeverFittedSection.names("C35", in: "against F03, if mTORC1 is the cause"))
  }

  /// What a fit writes of itself is what the report reads.
  @Test func theRunIsRecorded() throws {
    var settings = SamplerSettings(seed: 18_446_744_073_709_551_615)
    settings.particles = 64
    let drawn = try sample(settings, dimension: 2) { point in point.reduce(0) { $0 - $1 * $1 } }
    let folder = NSTemporaryDirectory() + "calibration-run-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(RunFile.read(folder) == nil)
    try RunFile.write(settings, drawn, without: ["Kim", "Roden"], to: folder)
    let run = try #require(RunFile.read(folder))
    #expect(run["seed"] == "18446744073709551615" && run["particles"] == "64" && run["without"] == "Kim Roden")
    #expect(run["ancestors"] == String(drawn.effectiveSampleSize.ancestors))
  }
}

@Suite struct FactResultTests {
  /// A ratio of 0.5 with a deviation of 0.1 (ln): two deviations are reached at ln 0.5 - 0.2.
  @Test func aMeasuredFactIsMetWithinTwoDeviations() throws {
    let facts = try Fact.all(Folder.table("facts.csv"))
    let measured = try #require(facts.first { $0.identifier == "F09" })
    guard case .value(let value, let deviation) = measured.known else {
      Issue.record("F09 is no measured value")
      return
    }
    let log2 = { (deviations: Double) in
      (log(value) + deviations * deviation) / log(2)
    }
    let outcomes = [-2.1, -1.9, 0, 1.9].map { Comparison.Outcome(value: log2($0)) }
    let result = FactResult(measured, .test, outcomes + [.init(value: .nan)])
    #expect(result.share == 0.6)
    #expect(result.verdict == .partly)
    let distance = try #require(result.distance(Interval(result.values)))
    #expect(abs(distance.median + 0.95) < 1e-9)
  }

  @Test func aDirectionIsMetBeyondTheThreshold() throws {
    let fact = try #require(try Fact.all(Folder.table("facts.csv")).first { $0.known == .direction(.down) })
    let result = FactResult(fact, .test, [-0.2, -0.1, -0.05, 0.3].map { .init(value: $0) })
    #expect(result.share == 0.5)
    #expect(result.distance(Interval(result.values)) == nil)
  }
}

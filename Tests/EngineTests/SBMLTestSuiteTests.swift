import Engine
import Foundation
import Testing

/// Every case of the SBML Test Suite (doi:10.5281/zenodo.1112521) that is here, by the suite's own rule: at every point
/// |computed - expected| <= absolute + relative * |expected|. The expected values are the suite's.
struct SBMLTestSuiteTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/sbml_test_suite")

  enum Outcome: Equatable {
    case passed
    case refused(String)
    case wrong(String)
  }

  static func outcome(of folder: URL) throws -> Outcome {
    let name = folder.lastPathComponent
    func bytes(_ suffix: String) throws -> Data { try Data(contentsOf: folder.appending(path: name + suffix)) }
    let settings = try SimulationSettings(text: String(decoding: bytes("-settings.txt"), as: UTF8.self))
    let document = try (try? bytes("-sbml-l3v2.xml")) ?? bytes("-sbml-l3v1.xml")
    let attempt = Self.follow([UInt8](document), settings)
    if case .failure(let error) = attempt { return .refused(error.description) }
    let table = try attempt.get()
    guard table.report.status == .completed else { return .wrong("\(table.report)") }

    let lines = try String(decoding: bytes("-results.csv"), as: UTF8.self).split(whereSeparator: \.isNewline)
    let header = try #require(lines.first).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard lines.count == table.times.count + 1 else { return .wrong("\(lines.count - 1) rows are expected") }
    for (column, id) in table.columns.enumerated() {
      guard let place = header.dropFirst().firstIndex(of: id) else { return .wrong("no column \(id)") }
      for (row, line) in lines.dropFirst().enumerated() {
        let cells = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let expected = try #require(Double(cells[place]))
        let computed = table.values[column * table.times.count + row]
        // Not-a-number and infinity must be met as such.
        let agrees =
          expected.isFinite
          ? abs(computed - expected) <= settings.absolute + settings.relative * abs(expected)
          : computed == expected || computed.isNaN && expected.isNaN
        if !agrees { return .wrong("\(id) at \(table.times[row]): \(computed), not \(expected)") }
      }
    }
    return .passed
  }

  private static func follow(_ document: [UInt8], _ settings: SimulationSettings) -> Result<
    TimeCourseTable, EngineError
  > {
    do throws(EngineError) {
      return .success(try TimeCourseTable(model: Model(sbml: document, name: "case"), settings: settings))
    } catch { return .failure(error) }
  }

  @Test(
    "Every case of the SBML Test Suite is right or refused by name",
    .enabled(if: FileManager.default.fileExists(atPath: folder.path), "the suite's cases are not here"))
  func cases() async throws {
    let cases = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
      .filter { Int($0.lastPathComponent) != nil }.sorted { $0.path < $1.path }
    var passed = 0
    var refused: [String] = []
    for folder in cases {
      switch try Self.outcome(of: folder) {
      case .passed: passed += 1
      case .refused(let reason): refused.append("\(folder.lastPathComponent): \(reason)")
      case .wrong(let reason): Issue.record("case \(folder.lastPathComponent) is wrong: \(reason)")
      }
    }
    print("SBML Test Suite: \(cases.count) cases, \(passed) passed, \(refused.count) refused")
    for reason in refused { print("  refused", reason) }
    #expect(refused.allSatisfy { $0.contains("unsupported") }, "what is refused is refused by name")
    #expect(Double(passed) >= 0.97 * Double(cases.count))
  }
}

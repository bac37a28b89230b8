import Domain
import Foundation
@testable import Mechanism
import Report
import Testing

@testable import calibrate

@Suite struct LeftOutTests {
  private static func result(_ values: [Double]) throws -> FactResult {
    let fact = try #require(try Fact.all(Folder.table("facts.csv")).first { $0.identifier == "G06" })
    return FactResult(fact, .training, values.map { Comparison.Outcome(value: $0) })
  }

  private static func file(_ row: String) -> DataFile {
    let text = LeftOut.columns.joined(separator: ",") + "\n" + row + "\n"
    return Data(text.utf8).withUnsafeBytes { DataFile(bytes: $0) }
  }

  private static func written(_ row: LeftOut) -> String {
    var writer = CSVWriter()
    row.write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// Ratios: log2 of 1 is twice, of 2 four times.
  @Test func aRowIsReadAsItWasWritten() throws {
    let row = LeftOut(
      with: try Self.result([1, 1]), again: try Self.result([0, 0]), without: try Self.result([2, 2]))
    #expect(abs(row.with.median - 2) < 1e-12 && abs(row.without.median - 4) < 1e-12)
    #expect(Self.written(row) == "G06,2,2,2,2,1,1,1,4,4,4")
    let read = try LeftOut(Self.file(Self.written(row)), 0)
    #expect(read.identifier == "G06" && read.sets == 2 && read.without == Interval(low: 4, median: 4, high: 4))
    #expect(throws: Fault.self) { try LeftOut(Self.file("G06,2,2,2,2,1,1,1,4,,4"), 0) }
  }

  /// The committed table is of training facts, each once.
  @Test func theCommittedTableIsOfTrainingFacts() throws {
    let file = try ProjectFile.table("Calibration/Result/left_out.csv")
    let rows = try file.rows.indices.map { try LeftOut(file, $0) }
    #expect(!rows.isEmpty && Set(rows.map(\.identifier)).count == rows.count)
    let split = try Split(Folder.table("split.csv"))
    for row in rows { #expect(try split.part(of: row.identifier) == .training) }
  }
}

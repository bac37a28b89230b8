import Foundation
import Testing

@testable import Pipeline

@Suite struct BaselineSpoolTests {
  @Test func columnsComeBackAsTheyWentIn() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let spool = try BaselineSpool(folder: folder, width: 7)
    let rows = 30_000
    for row in 0..<rows { try spool.append((0..<7).map { $0 == 3 && row % 5 == 0 ? .nan : Double(row * 7 + $0) }) }
    for place in [0, 3, 6] {
      let column = try spool.column(place)
      #expect(column.count == rows)
      for (row, value) in column.enumerated() {
        if place == 3, row % 5 == 0 { #expect(value.isNaN) } else { #expect(value == Double(row * 7 + place)) }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/baseline.spool"), "the file has no name")
  }
}

import Engine
import Foundation
import Testing

/// Whole models: against CVODE in libRoadRunner, and against themselves in other company.
struct TimeCoursePeerTests {
  private struct Expected: Decodable {
    struct Case: Decodable {
      let inputs: [Double]
      /// A row of outputs for each time.
      let values: [[Double]]
    }
    struct Peer: Decodable {
      let path: String
      let inputs: [String]
      let outputs: [String]
      let times: [Double]
      let cases: [Case]
    }
    let models: [Peer]
  }

  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func peers() throws -> [Expected.Peer] {
    // Tests/Oracles/time_courses.py says how it was made; the file, by which version.
    let file = package.appending(path: "Tests/EngineTests/Fixtures/time-courses.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file)).models
  }

  private static func program(_ peer: Expected.Peer) throws -> TimeCourseProgram {
    let model = try Model(sbml: [UInt8](Data(contentsOf: package.appending(path: peer.path))), name: "peer")
    return try TimeCourseProgram(model: model, inputs: peer.inputs, outputs: peer.outputs.map { .value($0) })
  }

  @Test("Courses with random inputs are those of CVODE to 1e-5")
  func cvode() throws {
    let peers = try Self.peers()
    #expect(peers.map(\.cases.count) == [4, 4])
    for peer in peers {
      let courses = try Self.program(peer).follow(peer.cases.map(\.inputs), times: peer.times)
      var worst = 0.0
      for (item, known) in peer.cases.enumerated() {
        #expect(courses.reports[item].status == .completed)
        for (column, id) in peer.outputs.enumerated() {
          for (value, row) in zip(courses.course(id, item), known.values) {
            worst = max(worst, abs(value - row[column]) / max(abs(row[column]), 1e-12))
          }
        }
      }
      #expect(worst < 1e-5, "\(peer.path): \(worst)")
    }
  }

  @Test("A course has the same bits alone, in blocks of 8 and 256, and in any order")
  func determinism() throws {
    let peer = try #require(try Self.peers().last)
    let program = try Self.program(peer)
    let rows = (0..<256).map { item -> [Double] in
      let t = Double(item)
      return [
        10 + 37 * t.truncatingRemainder(dividingBy: 17), t / 64, 0.1 + t / 200,
        0.2 + (t * 7).truncatingRemainder(dividingBy: 5),
      ]
    }
    let times = [0, 0.5, 3, 40]
    let whole = program.follow(rows, times: times)
    for size in [1, 8] {
      for first in stride(from: 0, to: rows.count, by: size) {
        let part = program.follow(Array(rows[first..<first + size]), times: times)
        for offset in 0..<size {
          #expect(part.bits(offset) == whole.bits(first + offset))
          #expect(part.reports[offset] == whole.reports[first + offset])
        }
      }
    }
    let order = (0..<256).map { ($0 * 101 + 13) % 256 }
    let permuted = program.follow(order.map { rows[$0] }, times: times)
    for (place, item) in order.enumerated() { #expect(permuted.bits(place) == whole.bits(item)) }
  }
}

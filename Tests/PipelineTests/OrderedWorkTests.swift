import Synchronization
import Testing

@testable import Pipeline

/// Pieces worked on by several threads.
struct OrderedWorkTests {
  private struct Stop: Error, Equatable { let at: Int }

  /// Squares of 0..<count, with a piece of work whose length varies against the order.
  private func run(threads: Int, count: Int, fetchFails: Int = .max, deliverFails: Int = .max) throws -> [Int] {
    var next = 0
    var result: [Int] = []
    try OrderedWork.run(threads: threads) {
      ()
    } fetch: {
      if next == fetchFails { throw Stop(at: next) }
      guard next < count else { return Int?.none }
      next += 1
      return next - 1
    } work: { _, piece in
      // Later pieces are done sooner.
      var value = 0
      for step in 0..<((count - piece) * 200) { value &+= step }
      return value == -1 ? -1 : piece * piece
    } deliver: { square in
      if result.count == deliverFails { throw Stop(at: result.count) }
      result.append(square)
    }
    return result
  }

  @Test("Results come in the order of the pieces", arguments: [1, 2, 7])
  func order(threads: Int) throws {
    #expect(try run(threads: threads, count: 200) == (0..<200).map { $0 * $0 })
    #expect(try run(threads: threads, count: 0) == [])
  }

  @Test("The first error ends the work and is the one thrown", arguments: [1, 3])
  func errors(threads: Int) {
    #expect(throws: Stop(at: 5)) { _ = try run(threads: threads, count: 100, fetchFails: 5) }
    #expect(throws: Stop(at: 9)) { _ = try run(threads: threads, count: 100, deliverFails: 9) }
  }
}

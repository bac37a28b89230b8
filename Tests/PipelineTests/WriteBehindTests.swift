import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite struct WriteBehindTests {
  private struct Full: Error {}

  @Test func worksInOrderAndWaitsForTheEnd() throws {
    let writer = WriteBehind()
    let shared = Shared()
    for place in 0..<50 {
      try writer.add {
        if place % 10 == 0 { Thread.sleep(forTimeInterval: 0.005) }
        shared.done.withLock { $0.append(place) }
      }
    }
    try writer.finish()
    #expect(shared.done.withLock(\.self) == Array(0..<50))
  }

  /// As when the disk is full: nothing is written behind the failure, and whoever goes on hears of it.
  @Test func stopsAtTheFirstError() throws {
    let writer = WriteBehind()
    let shared = Shared()
    try writer.add { shared.done.withLock { $0.append(0) } }
    try writer.add { throw Full() }
    #expect(throws: Full.self) {
      for place in 1..<100 { try writer.add { shared.done.withLock { $0.append(place) } } }
    }
    #expect(throws: Full.self) { try writer.finish() }
    #expect(shared.done.withLock(\.self) == [0])
  }

  private final class Shared: Sendable {
    let done = Mutex([Int]())
  }
}

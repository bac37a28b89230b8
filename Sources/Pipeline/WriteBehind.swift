import Dispatch
import Synchronization

/// Work that is done behind the back of those who hand it over, one piece after the other: what waits for the disk does not
/// keep others from reading and computing. At most six pieces wait, so that memory does not grow.
final class WriteBehind: Sendable {
  private let queue = DispatchQueue(label: "rheostat.write-behind")
  private let room = DispatchSemaphore(value: 6)
  private let failure = Mutex<(any Error)?>(nil)

  /// Hands over a piece of work; waits where six are waiting already.
  /// - Throws: the first error of what was handed over before: nothing is done any more behind it.
  func add(_ work: @escaping @Sendable () throws -> Void) throws {
    room.wait()
    if let error = failure.withLock(\.self) {
      room.signal()
      throw error
    }
    queue.async { [self] in
      defer { room.signal() }
      guard failure.withLock({ $0 == nil }) else { return }
      do { try work() } catch { failure.withLock { $0 = error } }
    }
  }

  /// Waits until all is done.
  /// - Throws: the first error.
  func finish() throws {
    queue.sync {}
    if let error = failure.withLock(\.self) { throw error }
  }
}

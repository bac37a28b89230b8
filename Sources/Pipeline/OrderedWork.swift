import Foundation

/// Work on pieces by several threads, with the results taken in the order of the pieces.
///
/// A thread fetches a piece, works on it and waits for its turn to hand over the result, so at most as many pieces are
/// in memory as there are threads, and reading, working and writing overlap.
enum OrderedWork {
  /// - Parameters:
  ///   - threads: at least 1.
  ///   - worker: makes what a thread needs for itself.
  ///   - fetch: the next piece, or nothing at the end; called by one thread at a time.
  ///   - work: called by all threads at once.
  ///   - deliver: called by one thread at a time, in the order of the pieces.
  /// - Throws: the first error of `fetch` or `deliver`, after all threads have stopped.
  static func run<Worker, Piece: Sendable, Result: Sendable>(
    threads: Int, worker: @Sendable () -> Worker, fetch: () throws -> Piece?,
    work: @Sendable (Worker, Piece) -> Result, deliver: (Result) throws -> Void
  ) throws {
    let state = State()
    // The closures are called under the lock only, or are Sendable themselves.
    nonisolated(unsafe) let fetch = fetch
    nonisolated(unsafe) let deliver = deliver
    withoutActuallyEscaping(work) { work in
      withoutActuallyEscaping(worker) { worker in
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
          let own = worker()
          while let (turn, piece) = state.take(fetch) {
            let result = work(own, piece)
            state.give(turn) { try deliver(result) }
          }
        }
      }
    }
    if let failure = state.failure { throw failure }
  }

  private final class State: @unchecked Sendable {
    private let condition = NSCondition()
    private var taken = 0
    private var given = 0
    private var isAtEnd = false
    private(set) var failure: (any Error)?

    func take<Piece>(_ fetch: () throws -> Piece?) -> (Int, Piece)? {
      condition.lock()
      defer { condition.unlock() }
      guard !isAtEnd, failure == nil else { return nil }
      do {
        guard let piece = try fetch() else {
          isAtEnd = true
          return nil
        }
        taken += 1
        return (taken - 1, piece)
      } catch {
        stop(error)
        return nil
      }
    }

    func give(_ turn: Int, _ deliver: () throws -> Void) {
      condition.lock()
      defer { condition.unlock() }
      while given < turn, failure == nil { condition.wait() }
      guard failure == nil else { return }
      do { try deliver() } catch { stop(error) }
      given += 1
      condition.broadcast()
    }

    private func stop(_ error: any Error) {
      if failure == nil { failure = error }
      condition.broadcast()
    }
  }
}

import Dispatch
import Synchronization

/// Work on numbered pieces by several threads, each with a workspace of its own that lives from call to call, and the
/// results in the order of the pieces. What a piece is does not depend on the number of threads.
final class ParallelMap<Workspace> {
  /// A thread's workspace; used by one thread at a time.
  private final class Slot: @unchecked Sendable {
    var workspace: Workspace
    init(_ workspace: Workspace) { self.workspace = workspace }
  }

  private final class State<Result: Sendable>: Sendable {
    let next = Atomic(0)
    let results: Mutex<[Result?]>
    init(count: Int) { results = Mutex([Result?](repeating: nil, count: count)) }
  }

  private let slots: [Slot]

  /// - Parameters:
  ///   - threads: at least 1.
  ///   - makeWorkspace: makes what a thread needs for itself.
  init(threads: Int, makeWorkspace: () -> Workspace) {
    slots = (0..<max(1, threads)).map { _ in Slot(makeWorkspace()) }
  }

  /// - Parameters:
  ///   - count: the number of pieces.
  ///   - work: makes the result of a piece; called by all threads at once. It may keep in its workspace only what does
  ///     not change a result.
  /// - Returns: one result a piece, in order.
  func map<Result: Sendable>(count: Int, _ work: @Sendable (inout Workspace, Int) -> Result) -> [Result] {
    let state = State<Result>(count: count)
    let slots = slots
    DispatchQueue.concurrentPerform(iterations: slots.count) { thread in
      while case let piece = state.next.wrappingAdd(1, ordering: .relaxed).oldValue, piece < count {
        let result = work(&slots[thread].workspace, piece)
        state.results.withLock { $0[piece] = result }
      }
    }
    return state.results.withLock { $0.compactMap(\.self) }
  }
}

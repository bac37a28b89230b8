import Dispatch
import Domain
import Store
import Synchronization

/// The blocks of a cohort in order, each read while the one before is worked on: over a connection of its own, since the other
/// one writes meanwhile.
final class BlockReadAhead: Sendable {
  private let store: CohortStore
  private let kept: [String]
  private let seed: UInt64
  private let queue = DispatchQueue(label: "rheostat.read-ahead")
  private let ready = DispatchSemaphore(value: 0)
  private let block = Mutex<Result<StoredBlock?, any Error>>(.success(nil))

  /// Begins with the first block.
  /// - Throws: what opening the database throws.
  init(of store: CohortStore, seed: UInt64) throws {
    self.store = try CohortStore(beside: store)
    kept = try store.keptColumns()
    self.seed = seed
    read(after: 0)
  }

  /// The next block, with the random keys of its visits set; nil behind the last.
  func next() throws -> StoredBlock? {
    ready.wait()
    let result = block.withLock { $0 }
    // A read that is under way when nobody asks any more is waited for by nobody, and does no harm. Behind the last block, or
    // an error, the answer stays the same.
    if case .success(let found?) = result {
      read(after: found.panel.visits.last?.patient ?? Int64.max)
    } else {
      ready.signal()
    }
    return try result.get()
  }

  private func read(after patient: Int64) {
    queue.async { [self] in
      let result = Result { () throws -> StoredBlock? in
        guard var block = try store.block(after: patient, kept: kept) else { return nil }
        for row in 0..<block.panel.count {
          block.panel.visits[row].randomKey = Hashing.randomKey(
            seed: seed, identifier: block.identifiers[row], visit: block.visitKeys[row])
        }
        return block
      }
      block.withLock { $0 = result }
      ready.signal()
    }
  }
}

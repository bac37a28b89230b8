import Domain
import Synchronization

/// How far a file has been read. It may be looked at from inside the body of `FileIngest.forEach` and from other tasks,
/// where the reading structure itself may not be touched.
public final class IngestProgress: Sendable {
  private let bytes = Atomic<Int64>(0)
  private let rows = Atomic<Int>(0)
  private let countedRows = Atomic<Int>(0)
  private let countedResults = Atomic<Int>(0)
  private let countedAttributes = Atomic<Int>(0)

  /// Bytes of the file taken in so far.
  public var bytesRead: Int64 { bytes.load(ordering: .relaxed) }
  /// Rows below the header read so far, blank lines not counted.
  public var rowsRead: Int { rows.load(ordering: .relaxed) }

  /// What was read so far at each level, counted where records are split and before anything is decided about them:
  /// rows below the header, filled cells that could hold a result, and filled cells that could hold an attribute.
  /// When a file has been read to its end, each equals what was accepted, set aside and rejected together.
  public var readCounts: [AccountingLevel: Int] {
    [
      .row: countedRows.load(ordering: .relaxed), .result: countedResults.load(ordering: .relaxed),
      .attribute: countedAttributes.load(ordering: .relaxed),
    ]
  }

  init() {}

  func set(bytes count: Int64) { bytes.store(count, ordering: .relaxed) }
  func set(rows count: Int) { rows.store(count, ordering: .relaxed) }
  func set(_ counter: ReadCounter) {
    countedRows.store(counter.rows, ordering: .relaxed)
    countedResults.store(counter.results, ordering: .relaxed)
    countedAttributes.store(counter.attributes, ordering: .relaxed)
  }
}

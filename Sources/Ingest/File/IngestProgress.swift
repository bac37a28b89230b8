import Synchronization

/// How far a file has been read. It may be looked at from inside the body of `FileIngest.forEach` and from other tasks,
/// where the reading structure itself may not be touched.
public final class IngestProgress: Sendable {
  private let bytes = Atomic<Int64>(0)
  private let rows = Atomic<Int>(0)

  /// Bytes of the file taken in so far.
  public var bytesRead: Int64 { bytes.load(ordering: .relaxed) }
  /// Rows below the header read so far, blank lines not counted.
  public var rowsRead: Int { rows.load(ordering: .relaxed) }

  init() {}

  func set(bytes count: Int64) { bytes.store(count, ordering: .relaxed) }
  func set(rows count: Int) { rows.store(count, ordering: .relaxed) }
}

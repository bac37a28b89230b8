import CSQLite
import Domain

/// A prepared statement on the raw handle, for the bulk paths (where cached statements of a wrapper cost twice as much).
/// It lives inside one transaction and never crosses a task.
final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  private let path: String

  init(_ database: OpaquePointer, _ sql: String, path: String) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw StoreFailure.translated(code: code & 0xFF, message: String(cString: sqlite3_errmsg(database)), path: path)
    }
    handle = prepared
    self.database = database
    self.path = path
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds a parameter; the first is 1.
  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }
  func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }
  /// A NaN is bound as NULL by SQLite.
  func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(handle, index, value) }
  func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        // An empty string has no address of its own; it must not become NULL.
        _ =
          text.baseAddress.map { rheostat_bind_text(handle, index, $0, Int32(text.count)) }
          ?? rheostat_bind_text(handle, index, "", 0)
      }
    }
  }
  func bind(_ index: Int32, bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ =
        buffer.baseAddress.map { rheostat_bind_blob(handle, index, $0, Int32(buffer.count)) }
        ?? sqlite3_bind_zeroblob(handle, index, 0)
    }
  }
  /// Sixteen bytes, the highest first.
  func bind(_ index: Int32, _ value: UInt128) {
    withUnsafeBytes(of: value.bigEndian) { _ = rheostat_bind_blob(handle, index, $0.baseAddress, Int32($0.count)) }
  }
  func bind(_ index: Int32, _ value: Int?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
  }

  /// Steps to the next row; false when there is none.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = StoreFailure.translated(
        code: code & 0xFF, message: String(cString: sqlite3_errmsg(database)), path: path)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs to the end and makes the statement ready for other values.
  func run() throws {
    while try step() {}
    sqlite3_reset(handle)
  }

  /// Makes the statement ready for other values.
  func reset() { sqlite3_reset(handle) }

  /// A number that must lie within a range: a database that was changed by hand must not bring the tool down.
  /// - Throws: `RheostatError` 65.
  func int(_ column: Int32, in range: ClosedRange<Int>) throws -> Int {
    let value = int(column)
    guard range.contains(value) else {
      throw StoreFailure.impossible("\(value) is not a number that can stand there", path)
    }
    return value
  }
  /// A code of one byte; see `int(_:in:)`.
  func byte(_ column: Int32) throws -> UInt8 { UInt8(try int(column, in: 0...255)) }

  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }
  /// NaN for NULL.
  func double(_ column: Int32) -> Double { isNull(column) ? .nan : sqlite3_column_double(handle, column) }
  func string(_ column: Int32) -> String {
    guard let text = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }
  /// The place of a text in a table of names, or nil.
  func place(_ column: Int32, in table: NameTable) -> Int? { text(column).flatMap { table.place(of: $0) } }
  /// The place of a text in one of several lists of names, or nil.
  func place(_ column: Int32, in lists: NameLists, _ list: Int) -> Int? {
    text(column).flatMap { lists.place(of: $0, list: list) }
  }
  private func text(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard let text = sqlite3_column_text(handle, column) else { return nil }
    return UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
  }
  /// Sixteen bytes, the highest first; nil where there is anything else.
  func uint128(_ column: Int32) -> UInt128? {
    guard let start = sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column) == 16 else {
      return nil
    }
    return UInt128(bigEndian: start.loadUnaligned(as: UInt128.self))
  }
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}

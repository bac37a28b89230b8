import Domain

/// Where decoded text comes from, a piece at a time.
protocol TextSource: AnyObject {
  /// Writes the next piece of UTF-8, at most `TextSourceLimits.piece` bytes; 0 at the end.
  func next(into output: UnsafeMutablePointer<UInt8>) throws(RheostatError) -> Int
}

/// Sizes of the reading buffers: with them memory does not grow with the file.
enum TextSourceLimits {
  /// Bytes of the file read at once.
  static let chunk = 1 << 20
  /// Bytes of UTF-8 that one chunk may become (every Latin-1 byte becomes at most two).
  static let piece = 2 * (chunk + 8)
  /// The longest record (row) taken.
  static let record = 1 << 20
}

/// Text already in memory: the beginning of a file while its format is being found out.
final class MemorySource: TextSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next(into output: UnsafeMutablePointer<UInt8>) -> Int {
    let count = min(TextSourceLimits.chunk, bytes.count - position)
    for index in 0..<count { output[index] = bytes[position + index] }
    position += count
    return count
  }
}

/// Decodes a file to UTF-8, chunk by chunk, refusing what is no text.
final class FileSource: TextSource {
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  private let file: InputFile
  private let progress: IngestProgress?
  private let raw = UnsafeMutablePointer<UInt8>.allocate(capacity: TextSourceLimits.chunk + 8)
  private var held = 0
  private var bytesRead: Int64 = 0
  private var atEnd = false
  private var linesBefore = 0
  private var endedInReturn = false

  /// Starts at the beginning of the file.
  /// - Parameter declared: the encoding that the mapping names; the byte order mark must not speak against it.
  init(file: InputFile, declared: TextEncoding?, progress: IngestProgress?) throws(RheostatError) {
    self.file = file
    self.progress = progress
    try file.rewind()
    held = try file.read(into: raw, capacity: TextSourceLimits.chunk)
    bytesRead = Int64(held)
    let mark = TextEncoding.byteOrderMark(UnsafeBufferPointer(start: raw, count: held))
    hasByteOrderMark = mark != nil
    encoding = mark?.encoding ?? declared ?? .utf8
    let location = Printable.text(file.path)
    if held == 0 {
      throw RheostatError(
        .dataUnusable, "The file is empty.", advice: "Export it again, with a header line.", location: location)
    }
    if let mark, let declared, mark.encoding != declared {
      throw RheostatError(
        .dataUnusable,
        "The mapping says encoding \(declared.rawValue), but the file begins with the mark of \(mark.encoding.rawValue).",
        advice: "Take `encoding` out of the mapping.", location: location)
    }
    if let kind = FileSource.knownBinary(UnsafeBufferPointer(start: raw, count: held)) {
      throw RheostatError(
        .dataUnusable, "The file is binary (\(kind)), not text.", advice: "Export it as CSV.", location: location)
    }
    if let mark {
      held -= mark.length
      raw.update(from: raw + mark.length, count: held)
    }
  }

  deinit { raw.deallocate() }

  func next(into output: UnsafeMutablePointer<UInt8>) throws(RheostatError) -> Int {
    while true {
      if bytesRead > 0, held < TextSourceLimits.chunk, !atEnd {
        let count = try file.read(into: raw + held, capacity: TextSourceLimits.chunk - held)
        held += count
        bytesRead += Int64(count)
        atEnd = count == 0
      }
      progress?.set(bytes: bytesRead)
      if held == 0 { return 0 }
      let result: (taken: Int, written: Int)
      do {
        result = try encoding.decode(UnsafeBufferPointer(start: raw, count: held), last: atEnd, into: output)
      } catch { throw notText(error.offset) }
      let text = UnsafeBufferPointer(start: output, count: result.written)
      try refuseNull(text)
      countLines(text)
      held -= result.taken
      raw.update(from: raw + result.taken, count: held)
      if result.written > 0 { return result.written }
      if atEnd { return 0 }
    }
  }

  private func countLines(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, let last = text.last else { return }
    if endedInReturn, first == 10 { linesBefore -= 1 }
    linesBefore += Self.lineEnds(text)
    endedInReturn = last == 13
  }

  /// Line feeds, and carriage returns that no line feed follows.
  private static func lineEnds(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text where byte == 10 { count += 1 }
    for index in text.indices where text[index] == 13 && !(index + 1 < text.count && text[index + 1] == 10) {
      count += 1
    }
    return count
  }

  private func refuseNull(_ text: UnsafeBufferPointer<UInt8>) throws(RheostatError) {
    guard let place = text.firstIndex(of: 0) else { return }
    let line = linesBefore + Self.lineEnds(UnsafeBufferPointer(rebasing: text[..<place])) + 1
    throw RheostatError(
      .dataUnusable, "The file holds NUL bytes: it is binary, or UTF-16 without its mark.",
      advice: "Export it as CSV in UTF-8; for UTF-16 give `encoding = \"utf-16le\"` in the mapping.",
      location: "\(Printable.text(file.path)), line \(line)")
  }

  private func notText(_ offset: Int) -> RheostatError {
    let line = linesBefore + Self.lineEnds(UnsafeBufferPointer(start: raw, count: offset)) + 1
    return RheostatError(
      .dataUnusable, "Bytes that are no \(encoding.rawValue.uppercased()) text.",
      advice: "Save the file as UTF-8, or name its encoding in the mapping, as `encoding = \"latin1\"` under [file].",
      location: "\(Printable.text(file.path)), line \(line)")
  }

  /// Formats often given in place of a CSV file, known by their first bytes.
  private static func knownBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let kinds: [(String, [UInt8])] = [
      ("a ZIP archive or an Excel workbook", [0x50, 0x4B, 0x03, 0x04]), ("gzip", [0x1F, 0x8B]),
      ("an old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0]), ("SQLite", Array("SQLite format 3".utf8)),
      ("PDF", Array("%PDF-".utf8)), ("Parquet", Array("PAR1".utf8)),
    ]
    return kinds.first { bytes.starts(with: $0.1) }?.0
  }
}

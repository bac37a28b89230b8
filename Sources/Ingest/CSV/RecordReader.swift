import Domain

/// Splits text into records and fields by RFC 4180: a field may stand in double quotes, and then hold delimiters, line
/// ends and doubled quotes. Lines end in LF, CRLF or CR. The fields point into the reader's own buffer
/// and are good until the next record.
final class RecordReader {
  /// The bytes of one field within the buffer.
  struct Field {
    var start: Int
    var end: Int
    var wasQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  private(set) var fields: [Field] = []
  /// The physical line on which the record begins, from 1.
  private(set) var line = 1
  /// Whether something other than a delimiter followed a closing quote.
  private(set) var hasMisplacedQuote = false

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13
  /// More columns than any table of laboratory results has.
  static let columnLimit = 10_000

  private let delimiter: UInt8
  private let place: String
  private let source: any TextSource
  private let base = UnsafeMutablePointer<UInt8>.allocate(
    capacity: TextSourceLimits.record + TextSourceLimits.piece)
  private var start = 0
  private var filled = 0
  private var atEnd = false
  private var nextLine = 1
  private var openQuoteLine = 0

  /// The record as it stands in the source, its line end left out; kept only where asked for.
  private(set) var raw: [UInt8] = []
  /// Whether `raw` is kept.
  var keepsRaw = false

  private enum Scan { case record, needsMore, unclosed }

  /// - Parameter place: the file's name for messages.
  init(source: any TextSource, delimiter: UInt8, place: String) {
    self.source = source
    self.delimiter = delimiter
    self.place = place
  }

  deinit { base.deallocate() }

  /// The content of a field, quotes taken off.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
  }

  /// The content of a field as text.
  func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// Whether the record is a line without anything on it.
  var isBlankLine: Bool {
    fields.count == 1 && !fields[0].wasQuoted && bytes(0).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Goes to the next record that is not a blank line.
  /// - Returns: false at the end of the file.
  /// - Throws: 65 where a record is over 1 MiB, a quote is never closed, or what the source throws.
  func next() throws(RheostatError) -> Bool {
    repeat {
      guard try nextRecord() else { return false }
    } while isBlankLine
    return true
  }

  private func nextRecord() throws(RheostatError) -> Bool {
    line = nextLine
    while true {
      if start == filled, atEnd { return false }
      let begin = start
      let outcome = start == filled ? .needsMore : scan()
      switch outcome {
      case .record:
        if start - begin > TextSourceLimits.record + 2 { throw tooLong() }
        if keepsRaw { keepRaw(from: begin) }
        unescape()
        return true
      case .unclosed: throw unclosed()
      case .needsMore:
        if filled - start > TextSourceLimits.record { throw tooLong() }
        try refill()
      }
    }
  }

  /// A record that did not fit into the buffer began at its start once it was moved there.
  private func keepRaw(from begin: Int) {
    var end = start
    while end > begin, base[end - 1] == Self.lineFeed || base[end - 1] == Self.carriageReturn { end -= 1 }
    raw = Array(UnsafeBufferPointer(start: base + begin, count: end - begin))
  }

  private func refill() throws(RheostatError) {
    if start > 0 {
      base.update(from: base + start, count: filled - start)
      filled -= start
      start = 0
    }
    let count = try source.next(into: base + filled)
    filled += count
    atEnd = count == 0
  }

  /// Scans one record from `start`; leaves everything as it was where the record goes on beyond the buffer.
  private func scan() -> Scan {
    fields.removeAll(keepingCapacity: true)
    hasMisplacedQuote = false
    openQuoteLine = 0
    var index = start
    var lines = 0
    while true {
      var field = Field(start: index, end: index, wasQuoted: false, hasDoubledQuotes: false)
      if index < filled, base[index] == Self.quote {
        openQuoteLine = nextLine + lines
        index += 1
        var closed = false
        while index < filled {
          let byte = base[index]
          if byte == Self.quote {
            if index + 1 == filled, !atEnd { return .needsMore }
            if index + 1 < filled, base[index + 1] == Self.quote {
              field.hasDoubledQuotes = true
              index += 2
              continue
            }
            closed = true
            break
          }
          if byte == Self.lineFeed { lines += 1 }
          if byte == Self.carriageReturn {
            if index + 1 == filled, !atEnd { return .needsMore }
            if index + 1 == filled || base[index + 1] != Self.lineFeed { lines += 1 }
          }
          index += 1
        }
        guard closed else { return atEnd ? .unclosed : .needsMore }
        openQuoteLine = 0
        field.start += 1
        field.end = index
        field.wasQuoted = true
        index += 1
        while index < filled, base[index] == 0x20 { index += 1 }
        if index < filled, base[index] != delimiter, base[index] != Self.lineFeed, base[index] != Self.carriageReturn {
          hasMisplacedQuote = true
          index = endOfPlainField(index)
          field.start -= 1
          field.end = index
          field.hasDoubledQuotes = false
        }
      } else {
        index = endOfPlainField(index)
        field.end = index
      }
      if index == filled, !atEnd { return .needsMore }
      fields.append(field)
      if index == filled { break }
      let byte = base[index]
      if byte == delimiter {
        index += 1
        continue
      }
      if byte == Self.carriageReturn {
        if index + 1 == filled, !atEnd { return .needsMore }
        if index + 1 < filled, base[index + 1] == Self.lineFeed { index += 1 }
      }
      index += 1
      break
    }
    nextLine += lines + 1
    start = index
    return .record
  }

  @inline(__always)
  private func endOfPlainField(_ from: Int) -> Int {
    var index = from
    while index < filled {
      let byte = base[index]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      index += 1
    }
    return index
  }

  private func unescape() {
    for position in fields.indices where fields[position].hasDoubledQuotes {
      var write = fields[position].start
      var read = write
      while read < fields[position].end {
        let byte = base[read]
        base[write] = byte
        write += 1
        read += byte == Self.quote ? 2 : 1
      }
      fields[position].end = write
    }
  }

  private func tooLong() -> RheostatError {
    let quote =
      openQuoteLine > 0 ? " A quote that opens on line \(openQuoteLine) is not closed: it may be the cause." : ""
    return RheostatError(
      .dataUnusable, "The row that begins here is longer than 1 MiB.\(quote)",
      advice: "Check the line ends and the quotes of the file.", location: "\(place), line \(line)")
  }

  private func unclosed() -> RheostatError {
    RheostatError(
      .dataUnusable, "The quote that opens on line \(openQuoteLine) is never closed.",
      advice: "Close it, or double it where it is part of the text.", location: "\(place), line \(openQuoteLine)")
  }
}

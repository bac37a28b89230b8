/// A table of nothing but numbers that ships inside the binary: comma-separated, a line of names, then the numbers.
///
/// An ensemble has hundreds of thousands of them, and every start of the tool reads them all: `DataFile`, which makes a
/// string of each field, would take most of the time of a start.
struct NumberTable {
  /// Names of the columns, in order.
  let header: [String]
  /// The rows below; a field that is no number is not a number here.
  let rows: [[Double]]

  /// - Parameter bytes: lines that end in LF.
  init(bytes: UnsafeRawBufferPointer) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)[...]
    header =
      lines.popFirst().map { line in
        line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
      } ?? []
    let width = header.count
    rows = lines.map { line in
      var row: [Double] = []
      row.reserveCapacity(width)
      var begin = line.startIndex
      for index in line.indices where line[index] == UInt8(ascii: ",") {
        row.append(Self.number(line[begin..<index]))
        begin = index + 1
      }
      row.append(Self.number(line[begin...]))
      return row
    }
  }

  /// Powers of ten that are exact in double precision.
  private static let powers = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The double nearest to a decimal number; not a number where the text is none.
  ///
  /// Up to 2^53 and 10^22 the digits and the power of ten are exact, so that one division rounds once and rightly
  /// (Clinger 1990, doi 10.1145/93542.93557). All else is left to the standard library.
  static func number(_ text: Slice<UnsafeRawBufferPointer>) -> Double {
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var isFraction = false
    let isNegative = text.first == UInt8(ascii: "-")
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 19 {
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if isFraction { decimals += 1 }
      } else {
        return Double(String(decoding: text, as: UTF8.self)) ?? .nan
      }
    }
    guard count > 0, digits <= 1 << 53, decimals < powers.count else {
      return Double(String(decoding: text, as: UTF8.self)) ?? .nan
    }
    let size = Double(digits) / powers[decimals]
    return isNegative ? -size : size
  }
}

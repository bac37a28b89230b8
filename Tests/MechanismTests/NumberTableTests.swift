import Domain
import Testing

@testable import Mechanism

@Suite struct NumberTableTests {
  private func table(_ text: String) -> NumberTable { Array(text.utf8).withUnsafeBytes { NumberTable(bytes: $0) } }

  @Test func headerAndRows() {
    let table = table("a,b\n1,-2.5\n0.125,1e3\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [[1, -2.5], [0.125, 1000]])
  }

  @Test func emptyFileHasNothing() {
    #expect(table("").header == [])
    #expect(table("").rows.isEmpty)
  }

  @Test(arguments: ["", "x", "-", ".", "1.2.3", "1 ", "--1", "+", "1,"]) func whatIsNoNumberIsNotANumber(field: String)
  {
    #expect(table("a\n\(field),7\n").rows[0].contains { $0.isNaN })
  }

  /// Expected values: the standard library's reading of the same text, bit for bit, at both sides of the limits up to
  /// which digits and powers of ten are exact, and for numbers of all lengths.
  @Test func agreesWithTheStandardLibrary() throws {
    var texts = [
      "0", "-0", "-0.0", "0.1", "0.3", "9007199254740992", "9007199254740993", "90071992547409.93", "1e22", "1e-5",
      "0.0000000000000000000001", "0.00000000000000000000001", "1234567890123456789", "12345678901234567890",
      "0.9999999999999999", "2.2250738585072014e-308", "5e-324", "1.7976931348623157e+308", "123.", ".5",
    ]
    var stream = RandomStream(key: 3, purpose: 0, draw: 0)
    for number in 0..<5000 {
      let value = (stream.uniform() - 0.5) * [1e-6, 1, 1e3, 1e9, 1e-12][number % 5]
      texts.append("\(value)")
      texts.append(String("\(value)".prefix(3 + number % 17)))
    }
    for text in texts {
      guard let expected = Double(text) else { continue }
      #expect(table("a\n\(text)\n").rows[0][0].bitPattern == expected.bitPattern, "\(text)")
    }
  }
}

import Testing

@testable import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct NumberTextTests {
  private func read(_ text: String, _ mark: DecimalMark = .point) -> NumberReading {
    withCell(text) { NumberText.read($0, mark: mark) }
  }

  /// The C library's strtod as the oracle, bit for bit, for short and long mantissas, both ways of writing.
  @Test func equalsStrtodBitForBit() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func digits(_ count: Int) -> String { (0..<count).map { _ in String(random(10)) }.joined() }
    for _ in 0..<100_000 {
      let whole = digits(1 + random(random(4) == 0 ? 25 : 6))
      var text = ["", "", "+", "-"][random(4)] + whole
      if random(4) > 0 { text += "." + digits(random(random(4) == 0 ? 25 : 5)) }
      if random(4) == 0 {
        text += ["e", "E"][random(2)] + ["", "+", "-"][random(3)] + String(random(random(4) == 0 ? 290 : 20))
      }
      let expected = strtod(text, nil)
      guard expected.isFinite else { continue }
      guard case .number(let value) = read(text) else {
        Issue.record("\(text) was not read")
        return
      }
      #expect(value.bitPattern == expected.bitPattern, "\(text)")
      let comma = String(text.map { $0 == "." ? "," : $0 })
      #expect(read(comma, .comma) == .number(expected), "\(comma)")
    }
  }

  /// Cases known to trip readers of numbers: halfway values, the least and the greatest doubles.
  @Test(arguments: [
    "9007199254740993", "1.00000000000000011102230246251565", "4.9e-324", "2.2250738585072012e-308", "0.1", ".5", "5.",
    "1.7976931348623157e308", "123456789012345e22", "1e23", "000000000000000000000001.5", "0.000000000000000000000001",
  ])
  func equalsStrtodAtTheEdges(text: String) {
    #expect(read(text) == .number(strtod(text, nil)))
  }

  @Test(arguments: [
    "0x1p3", "inf", "-Infinity", "nan", "1e", "1e+", "e5", "+", "-", ".", "1..2", "--1", "1 e5", "12a", "1e999", "１２",
    "1_000",
    "", "½",
  ])
  func refusesWhatIsNoNumber(text: String) {
    if case .number = read(text) { Issue.record("\(text) was read as a number") }
  }

  @Test(arguments: ["1,234", "1,5", "1 234", "1'234", "1,234.5", "1.234.567", "+1,5"])
  func marksThatAreNotCertainAreSaidToBe(text: String) { #expect(read(text) == .ambiguous) }

  @Test func withADecimalCommaThePointIsNotCertain() {
    #expect(read("1.5", .comma) == .ambiguous)
    #expect(read("1.234,5", .comma) == .ambiguous)
    #expect(read("1,5e-3", .comma) == .number(1.5e-3))
  }
}

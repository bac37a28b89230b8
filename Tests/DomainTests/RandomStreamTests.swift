import Domain
import Testing

@Suite struct RandomStreamTests {
  /// Known answers of Random123 1.14 (tests/kat_vectors, philox4x32 10).
  @Test func philoxGivesTheKnownAnswers() {
    let ones = UInt32.max
    var out = RandomStream.philox(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(out == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    out = RandomStream.philox(counter: (ones, ones, ones, ones), key: (ones, ones))
    #expect(out == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    out = RandomStream.philox(
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    #expect(out == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func aStreamDependsOnItsNamesAlone() {
    var first = RandomStream(key: 42, purpose: 1, draw: 7)
    var again = RandomStream(key: 42, purpose: 1, draw: 7)
    var otherDraw = RandomStream(key: 42, purpose: 1, draw: 8)
    var otherPurpose = RandomStream(key: 42, purpose: 2, draw: 7)
    let numbers = (0..<10).map { _ in first.next() }
    #expect(numbers == (0..<10).map { _ in again.next() })
    #expect(numbers != (0..<10).map { _ in otherDraw.next() })
    #expect(numbers != (0..<10).map { _ in otherPurpose.next() })
  }

  @Test func normalsHaveTheMomentsOfANormal() {
    var stream = RandomStream(key: 1, purpose: 0, draw: 0)
    let count = 200_000
    var sums = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<count {
      let x = stream.normal()
      sums.0 += x
      sums.1 += x * x
      sums.2 += x * x * x
      sums.3 += x * x * x * x
    }
    let n = Double(count)
    // Standard errors of the raw moments of a normal: 1, sqrt 2, sqrt 15, sqrt 96, over sqrt n; five of them.
    #expect(abs(sums.0 / n) < 5 / n.squareRoot())
    #expect(abs(sums.1 / n - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(sums.2 / n) < 5 * (15 / n).squareRoot())
    #expect(abs(sums.3 / n - 3) < 5 * (96 / n).squareRoot())
  }

  /// Neither end of the interval: quantiles are infinite there. 2^-54 is the least that can come, 1 - 2^-53 the last number before 1.
  @Test func uniformNumbersLieInsideTheInterval() {
    #expect(RandomStream.unit(0, 0) == 0x1p-54)
    #expect(RandomStream.unit(.max, .max) == 1 - 0x1p-53)
    #expect(RandomStream.unit(1 << 31, 0) == 0.5)
  }
}

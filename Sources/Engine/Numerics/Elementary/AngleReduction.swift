extension Elementary {
  /// The first 1,216 bits of 2/pi behind 64 zero bits: enough for the largest double.
  private static let twoOverPi: [UInt64] = [
    0, 0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab,
  ]
  static let halfPi = Pair(1.5707963267948966, 6.123233995736766e-17)

  /// A finite angle, not negative, as a number of quarter turns (its remainder by 4) and a rest of at most an eighth.
  ///
  /// The product with 2/pi is taken in integers, and only of the bits of 2/pi that are not whole turns and that the
  /// result can feel, so it is right for every double (Payne and Hanek, doi:10.1145/1057600.1057602).
  static func reduced(angle x: Double) -> (quarter: Int, rest: Pair) {
    if x <= 0.7853981633974483 { return (0, Pair(x)) }
    // x = m 2^e with an integral m.
    let e = Int(x.exponent) - 52
    let m = x.significandBitPattern | 1 << 52
    // Bits of 2/pi worth 4 / m or more in the product are whole turns; the 192 after them are taken.
    let first = e + 62
    let window = (0..<3).map { part -> UInt64 in
      let (word, shift) = (first / 64 + part, UInt64(first % 64))
      return shift == 0 ? twoOverPi[word] : twoOverPi[word] << shift | twoOverPi[word + 1] >> (64 - shift)
    }
    let low = m.multipliedFullWidth(by: window[2])
    let middle = m.multipliedFullWidth(by: window[1])
    let (sum, carry) = middle.low.addingReportingOverflow(low.high)
    var words = (m &* window[0] &+ middle.high &+ (carry ? 1 : 0), sum, low.low)
    // Two bits of quarter turns and 190 of their fraction, rounded to the nearest quarter.
    let quarter = (words.0 &+ (1 << 61)) >> 62
    words.0 &-= quarter << 62
    let isNegative = words.0 >> 63 == 1
    if isNegative {
      words = (~words.0, ~words.1, ~words.2 &+ 1)
      if words.2 == 0 {
        words.1 &+= 1
        if words.1 == 0 { words.0 &+= 1 }
      }
    }
    // No double is so near to a multiple of pi/2 that fewer than 106 good bits are left after the leading zeros.
    var exponent = -62
    if words.0 == 0 {
      words = (words.1, words.2, 0)
      exponent -= 64
    }
    let zeros = UInt64(words.0.leadingZeroBitCount)
    let top = zeros == 0 ? words.0 : words.0 << zeros | words.1 >> (64 - zeros)
    let next = zeros == 0 ? words.1 : words.1 << zeros | words.2 >> (64 - zeros)
    exponent -= Int(zeros)
    let fraction = Pair(
      Double(sign: .plus, exponent: exponent + 11, significand: Double(top >> 11)),
      Double(sign: .plus, exponent: exponent - 42, significand: Double((top & 0x7ff) << 42 | next >> 22)))
    let rest = fraction * halfPi
    return (Int(quarter), isNegative ? -rest : rest)
  }
}

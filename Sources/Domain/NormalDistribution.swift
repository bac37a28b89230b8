/// The standard normal distribution.
public enum NormalDistribution {
  /// The quantile function by algorithm AS 241, PPND16 (Wichura 1988, doi 10.2307/2347330): relative error about 1e-16.
  /// - Parameter p: a probability in the open interval (0, 1).
  public static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, centre)
    }
    let tail = q < 0 ? p : 1 - p
    let r = (-_logarithm(tail)).squareRoot()
    let z = r <= 5 ? ratio(r - 1.6, middle) : ratio(r - 5, far)
    return q < 0 ? -z : z
  }

  private typealias Coefficients = (numerator: [Double], denominator: [Double])

  private static func ratio(_ r: Double, _ coefficients: Coefficients) -> Double {
    func horner(_ terms: [Double]) -> Double { terms.reversed().reduce(0) { $0 * r + $1 } }
    return horner(coefficients.numerator) / horner(coefficients.denominator)
  }

  private static let centre: Coefficients = (
    [
      3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
      4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    [
      1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
      3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ]
  )
  private static let middle: Coefficients = (
    [
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    [
      1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ]
  )
  private static let far: Coefficients = (
    [
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ]
  )

  /// The natural logarithm from basic operations only, so that every x86-64 machine gives the same bits
  /// (a C library with and without fused multiply-add does not): reduction to [sqrt(1/2), sqrt 2), then the series of
  /// the inverse hyperbolic tangent.
  static func _logarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 2.0.squareRoot() {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let s2 = s * s
    var sum = 0.0
    var k = 25
    while k >= 1 {
      sum = sum * s2 + 1 / Double(k)
      k -= 2
    }
    return exponent * 0.693147180559945309417 + 2 * s * sum
  }
}

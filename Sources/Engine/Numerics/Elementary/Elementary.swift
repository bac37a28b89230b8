import CLanes

/// Exponential, logarithms and power in plain IEEE 754 additions, multiplications and divisions.
///
/// A C library may choose another code path on another processor (with and without fused multiply-add) and give other
/// last bits; these do not, so a solution has the same bytes on every x86-64. Method: argument reduction by multiples of
/// ln 2 in two parts (Cody and Waite) and Taylor or atanh series long enough for double precision (Muller, Elementary
/// Functions, doi:10.1007/978-1-4899-7983-4). They are defined once, in CLanes (elementary.inc), for one number and for
/// vectors of cases.
///
/// Public, so that what is computed outside the solver keeps the same bytes too.
public enum Elementary {
  /// e to the power of the argument, relative error below 2 units in the last place; 0 or infinite where the result is
  /// too small or too large for a double, not a number for not a number. (Cody and Waite's reduction; Muller,
  /// doi:10.1007/978-1-4899-7983-4.)
  public static func exponential(_ argument: Double) -> Double { elementary_exponential(argument) }

  /// The natural logarithm, relative error below 2 units in the last place; minus infinity for 0, not a number for
  /// negative arguments, infinite for infinity. (Muller, doi:10.1007/978-1-4899-7983-4.)
  public static func logarithm(_ x: Double) -> Double { elementary_logarithm(x) }

  /// The logarithm to base 10, with the error and the exceptional values of ``logarithm(_:)``; exact for powers of ten.
  public static func logarithm10(_ x: Double) -> Double { elementary_logarithm10(x) }

  /// base^exponent, relative error below 2 units in the last place, with the conventions of IEEE 754 for zero, negative
  /// and infinite operands.
  public static func power(_ base: Double, _ exponent: Double) -> Double { elementary_power(base, exponent) }
}

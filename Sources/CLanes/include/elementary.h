#ifndef ELEMENTARY_H
#define ELEMENTARY_H

// The elementary functions for one number; see elementary.inc. Swift's `Elementary` is their public form.

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

static inline uint64_t elementary_bits(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double elementary_real(uint64_t bits) {
  double x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

#define REAL double
#define BITS uint64_t
#define FUNCTION static inline
#define NAME(x) elementary_##x
#define SELECT(condition, a, b) ((condition) ? (a) : (b))
#define AS_BITS(x) elementary_bits(x)
#define AS_REAL(x) elementary_real(x)
#include "elementary.inc"
#undef REAL
#undef BITS
#undef FUNCTION
#undef NAME
#undef SELECT
#undef AS_BITS
#undef AS_REAL

// base^exponent where the base is not positive and finite, by the conventions of IEEE 754.
static inline double elementary_special_power(double base, double exponent) {
  if (exponent == 0 || base == 1) return 1;
  if (base != base || exponent != exponent) return __builtin_nan("");
  int is_integer = __builtin_trunc(exponent) == exponent;
  int is_odd = is_integer && __builtin_trunc(exponent * 0.5) != exponent * 0.5;
  double magnitude;
  if (base == 0) {
    magnitude = exponent > 0 ? 0 : __builtin_inf();
  } else if (base == __builtin_inf() || base == -__builtin_inf()) {
    magnitude = exponent > 0 ? __builtin_inf() : 0;
  } else if (is_integer) {
    magnitude = elementary_positive_power(-base, exponent);
  } else {
    return __builtin_nan("");
  }
  return is_odd && elementary_bits(base) >> 63 ? -magnitude : magnitude;
}

static inline double elementary_power(double base, double exponent) {
  // The comparison is false for zero, negative, infinite and not-a-number.
  return base > 0 && base < __builtin_inf() ? elementary_positive_power(base, exponent)
                                            : elementary_special_power(base, exponent);
}

#endif

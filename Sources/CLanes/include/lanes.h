#ifndef LANES_H
#define LANES_H

// Straight-line programs on columns of numbers, and Newton's iteration around them, eight cases side by side.
//
// The same source (kernels.inc) is compiled for several instruction sets and chosen at run time; all give the same bits.

#include <stdint.h>

/// The instruction sets, each including those before it.
typedef enum lanes_set : uint8_t { lanes_baseline, lanes_avx2, lanes_avx512 } lanes_set;

/// The largest set of this processor and operating system.
lanes_set lanes_best_set(void);

/// What an instruction does to its operands a, b and c.
typedef enum lanes_code : uint8_t {
  lanes_copy, lanes_add, lanes_subtract, lanes_multiply, lanes_divide, lanes_negate,
  lanes_sqrt, lanes_absolute, lanes_minimum, lanes_maximum,
  lanes_less, lanes_less_or_equal, lanes_select,
  lanes_exponential, lanes_logarithm, lanes_logarithm10, lanes_power,
  /// An operation the caller does itself.
  lanes_other,
  /// From here on two operations at once, a first on a and b and a second on its result r and c, each rounded: add,
  /// subtract, multiply, divide or the absolute value of a, six codes each for r + c, r * c, r - c, c - r, r / c, c / r.
  lanes_pair,
  /// To be added to add, subtract, multiply, divide and pairs: the register of a, or that of the last operand (b, or c of a
  /// pair), has the same number for all cases.
  lanes_constant_first = 64,
  lanes_constant_last = 128,
} lanes_code;

/// One operation on registers; each register is a column of `lanes_stride` vectors of eight doubles.
typedef struct lanes_instruction {
  lanes_code code;
  /// The caller's own number of the operation.
  uint8_t number;
  int32_t target, a, b, c;
} lanes_instruction;

/// Vectors in a register.
enum { lanes_stride = 16 };

/// Bytes of a `lanes_status`.
int32_t lanes_status_size(void);

/// Executes instructions on the first `vectors` vectors of the registers, up to the first that is the caller's own.
/// Returns how many were executed.
int32_t lanes_run(
    lanes_set set, const lanes_instruction *instructions, int32_t count, double *registers, int32_t vectors);

/// A block of unknowns in the registers.
typedef struct lanes_block {
  /// Registers of the unknowns, of their starts, and which may not fall below zero; `count` of each.
  const int32_t *unknowns;
  const int32_t *starts;
  const _Bool *is_species;
  int32_t count;
  double *registers;
  /// The unknowns at the last accepted point.
  double *previous;
  /// One for each vector; the layout is that of Swift's `LaneStatus` and `lanes_status` in lanes.c.
  void *status;
  double residual_tolerance;
  /// The largest relative step of a converged block.
  double step_tolerance;
  double smallest_retained_share;
} lanes_block;

/// One step of Newton's method for the vectors from `first` up to `end` that have a lane at work. `outputs` names the
/// registers of `count` rates, scales and steps, then of values that may not be negative.
void lanes_newton(
    lanes_set set, const lanes_block *block, const int32_t *outputs, int32_t output_count, int32_t first, int32_t end);

/// The same for a single species, kept inside a bracket.
void lanes_bracketed_newton(
    lanes_set set, const lanes_block *block, const int32_t *outputs, int32_t output_count, int32_t first, int32_t end);

/// Judges the states that the registers hold. `results` names the registers of `equations` rates and of as many scales,
/// then of `outputs` values, the first `species` of them species, then of a size for each species. `judgement` gets four
/// registers: the largest share of a rate in its scale, the smallest species, whether one is below zero by more than the
/// tolerance's share of its size, and whether all outputs are finite (1 or 0).
void lanes_judge(
    lanes_set set, const double *registers, const int32_t *results, int32_t equations, int32_t outputs, int32_t species,
    int32_t vectors, double negativity_tolerance, double *judgement);

/// Adds steps, one register for each unknown, to the unknowns of lanes that do not rest, and keeps the largest relative one
/// in the status. Lanes with a step that is not finite are marked as stalled and left as they are.
void lanes_correct(lanes_set set, const lanes_block *block, const int32_t *steps, int32_t first, int32_t end);

/// The largest real part among the eigenvalues of a matrix in each of eight lanes: `matrix` has count * count entries by
/// rows, each of eight doubles, and is destroyed. Not a number where a matrix is not finite or the iteration, as hardly
/// ever happens, does not converge.
void lanes_largest_real_parts(lanes_set set, double *matrix, int32_t count, double *results);

#endif

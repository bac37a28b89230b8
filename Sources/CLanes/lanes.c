#include "lanes.h"
#include "elementary.h"

#pragma STDC FP_CONTRACT OFF
// Vectors go by value between functions of this file only, which are all inlined.
#pragma clang diagnostic ignored "-Wpsabi"

// Swift promises an alignment of 16 bytes only; memory aligned to 64 is faster.
typedef double lanes_vector __attribute__((ext_vector_type(8), aligned(16)));
typedef unsigned long lanes_bits __attribute__((ext_vector_type(8), aligned(16)));
typedef long lanes_mask __attribute__((ext_vector_type(8), aligned(16)));

// Where the lanes of one vector stand; Swift's LaneStatus says what the fields mean.
typedef struct lanes_status {
  lanes_mask active, stalled, failed, singular, resting;
  lanes_vector iterations, residual, halvings, low, high, time_step, correction;
} lanes_status;

int32_t lanes_status_size(void) { return sizeof(lanes_status); }

#define SET(x) x##_baseline
#include "kernels.inc"
#include "eigenvalues.inc"
#include "end.inc"
#undef SET

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define SET(x) x##_avx2
#include "kernels.inc"
#include "eigenvalues.inc"
#include "end.inc"
#undef SET
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#define SET(x) x##_avx512
#include "kernels.inc"
#include "eigenvalues.inc"
#include "end.inc"
#undef SET
#pragma clang attribute pop
#define CHOOSE(set, function, ...) \
  switch (set) { \
  case lanes_avx512: return function##_avx512(__VA_ARGS__); \
  case lanes_avx2: return function##_avx2(__VA_ARGS__); \
  default: return function##_baseline(__VA_ARGS__); \
  }
#else
#define CHOOSE(set, function, ...) return function##_baseline(__VA_ARGS__);
#endif

lanes_set lanes_best_set(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return lanes_avx512;
  if (__builtin_cpu_supports("avx2")) return lanes_avx2;
#endif
  return lanes_baseline;
}

int32_t lanes_run(
    lanes_set set, const lanes_instruction *instructions, int32_t count, double *registers, int32_t vectors) {
  CHOOSE(set, run, instructions, count, registers, vectors)
}

void lanes_newton(
    lanes_set set, const lanes_block *block, const int32_t *outputs, int32_t output_count, int32_t first, int32_t end) {
  CHOOSE(set, newton, block, outputs, output_count, first, end)
}

void lanes_bracketed_newton(
    lanes_set set, const lanes_block *block, const int32_t *outputs, int32_t output_count, int32_t first, int32_t end) {
  CHOOSE(set, bracketed_newton, block, outputs, output_count, first, end)
}

void lanes_judge(
    lanes_set set, const double *registers, const int32_t *results, int32_t equations, int32_t outputs, int32_t species,
    int32_t vectors, double negativity_tolerance, double *judgement) {
  CHOOSE(set, judge, registers, results, equations, outputs, species, vectors, negativity_tolerance, judgement)
}

void lanes_correct(lanes_set set, const lanes_block *block, const int32_t *steps, int32_t first, int32_t end) {
  CHOOSE(set, correct, block, steps, first, end)
}

void lanes_largest_real_parts(lanes_set set, double *matrix, int32_t count, double *results) {
  CHOOSE(set, largest_real_parts, matrix, count, results)
}

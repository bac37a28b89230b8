#pragma once
#include <stddef.h>
// Files that the tool carries inside its binary, so that a moved binary finds them.

/// The bytes of one embedded file; not ended by a zero.
struct RheostatResource {
  const void *_Nonnull bytes;
  size_t count;
};

struct RheostatResource rheostat_analytes_csv(void);
struct RheostatResource rheostat_units_csv(void);

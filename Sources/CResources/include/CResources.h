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
struct RheostatResource rheostat_mtorc1_xml(void);
struct RheostatResource rheostat_reference_person_csv(void);
struct RheostatResource rheostat_laboratory_error_csv(void);
struct RheostatResource rheostat_population_csv(void);
struct RheostatResource rheostat_population_correlation_csv(void);
struct RheostatResource rheostat_mapping_csv(void);
struct RheostatResource rheostat_ensemble_reference_csv(void);
struct RheostatResource rheostat_ensemble_csv(void);
struct RheostatResource rheostat_claims_csv(void);
struct RheostatResource rheostat_experiments_csv(void);
struct RheostatResource rheostat_backgrounds_csv(void);
struct RheostatResource rheostat_clamps_csv(void);
struct RheostatResource rheostat_split_csv(void);
struct RheostatResource rheostat_interventions_csv(void);
struct RheostatResource rheostat_prevent_csv(void);
struct RheostatResource rheostat_vectors_csv(void);
struct RheostatResource rheostat_prior_agreement_csv(void);

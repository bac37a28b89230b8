#include "CResources.h"
// The C compiler copies each file in at build time (C23 #embed): one source of truth and no generated code.

#define RHEOSTAT_RESOURCE(name) \
  struct RheostatResource rheostat_##name(void) { return (struct RheostatResource){name, sizeof name}; }

static const unsigned char analytes_csv[] = {
#embed "../Domain/Data/analytes.csv"
};
RHEOSTAT_RESOURCE(analytes_csv)

static const unsigned char units_csv[] = {
#embed "../Domain/Data/units.csv"
};
RHEOSTAT_RESOURCE(units_csv)

static const unsigned char mtorc1_xml[] = {
#embed "../Mechanism/Model/mtorc1.xml"
};
RHEOSTAT_RESOURCE(mtorc1_xml)

static const unsigned char reference_person_csv[] = {
#embed "../Mechanism/Model/reference_person.csv"
};
RHEOSTAT_RESOURCE(reference_person_csv)

static const unsigned char laboratory_error_csv[] = {
#embed "../Mechanism/Model/laboratory_error.csv"
};
RHEOSTAT_RESOURCE(laboratory_error_csv)

static const unsigned char population_csv[] = {
#embed "../Mechanism/Model/population.csv"
};
RHEOSTAT_RESOURCE(population_csv)

static const unsigned char population_correlation_csv[] = {
#embed "../Mechanism/Model/population_correlation.csv"
};
RHEOSTAT_RESOURCE(population_correlation_csv)

static const unsigned char mapping_csv[] = {
#embed "../Mechanism/Model/mapping.csv"
};
RHEOSTAT_RESOURCE(mapping_csv)

static const unsigned char ensemble_reference_csv[] = {
#embed "../Mechanism/Model/ensemble_reference.csv"
};
RHEOSTAT_RESOURCE(ensemble_reference_csv)

static const unsigned char ensemble_csv[] = {
#embed "../Mechanism/Model/ensemble.csv"
};
RHEOSTAT_RESOURCE(ensemble_csv)

static const unsigned char claims_csv[] = {
#embed "../Mechanism/Experiments/claims.csv"
};
RHEOSTAT_RESOURCE(claims_csv)

static const unsigned char experiments_csv[] = {
#embed "../Mechanism/Experiments/experiments.csv"
};
RHEOSTAT_RESOURCE(experiments_csv)

static const unsigned char backgrounds_csv[] = {
#embed "../Mechanism/Experiments/backgrounds.csv"
};
RHEOSTAT_RESOURCE(backgrounds_csv)

static const unsigned char clamps_csv[] = {
#embed "../Mechanism/Experiments/clamps.csv"
};
RHEOSTAT_RESOURCE(clamps_csv)

static const unsigned char split_csv[] = {
#embed "../../Calibration/split.csv"
};
RHEOSTAT_RESOURCE(split_csv)

static const unsigned char prior_agreement_csv[] = {
#embed "../Mechanism/Experiments/prior_agreement.csv"
};
RHEOSTAT_RESOURCE(prior_agreement_csv)

static const unsigned char interventions_csv[] = {
#embed "../Mechanism/Treatment/interventions.csv"
};
RHEOSTAT_RESOURCE(interventions_csv)

static const unsigned char prevent_csv[] = {
#embed "../Indices/Data/prevent.csv"
};
RHEOSTAT_RESOURCE(prevent_csv)

static const unsigned char vectors_csv[] = {
#embed "../Indices/Data/vectors.csv"
};
RHEOSTAT_RESOURCE(vectors_csv)

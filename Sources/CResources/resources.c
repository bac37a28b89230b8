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

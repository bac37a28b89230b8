#include "sbml_guard.h"

#include <sbml/SBMLTypes.h>

extern "C" void *sbml_guard_read(const char *text) {
  try {
    return readSBMLFromString(text);
  } catch (...) {
    return nullptr;
  }
}

extern "C" int sbml_guard_check(void *document) {
  try {
    SBMLDocument_checkConsistency(static_cast<SBMLDocument_t *>(document));
    return 1;
  } catch (...) {
    return 0;
  }
}

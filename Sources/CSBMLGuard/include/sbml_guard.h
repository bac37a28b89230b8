#ifndef SBML_GUARD_H
#define SBML_GUARD_H

// libSBML's C functions let C++ exceptions through on some malformed documents, which would end the program.
// These two stop them. Everything is kept untyped so that no C++ header reaches Swift.

#ifdef __cplusplus
extern "C" {
#endif

/// Parses a document; the result is an SBMLDocument_t to be freed with SBMLDocument_free, or NULL after an exception.
void *sbml_guard_read(const char *text);

/// Runs the consistency checks chosen on a document; 0 after an exception, else 1.
int sbml_guard_check(void *document);

#ifdef __cplusplus
}
#endif

#endif

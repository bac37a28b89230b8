import CSBML
import CSBMLGuard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A parsed libSBML document, freed when it goes out of scope.
struct Document: ~Copyable {
  private let handle: OpaquePointer

  /// Parses bytes that ``ByteGuard`` has passed.
  init(_ bytes: UnsafeRawBufferPointer) throws(EngineError) {
    try ByteGuard.check(bytes)
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    defer { text.deallocate() }
    UnsafeMutableRawPointer(text).copyMemory(from: bytes.baseAddress ?? UnsafeRawPointer(text), byteCount: bytes.count)
    text[bytes.count] = 0
    guard let document = sbml_guard_read(text) else {
      throw EngineError(.unreadable, "libSBML cannot read the document; check that it is SBML with proper namespaces")
    }
    self.handle = OpaquePointer(document)
  }

  deinit { SBMLDocument_free(handle) }

  var level: Int { Int(SBMLDocument_getLevel(handle)) }
  var version: Int { Int(SBMLDocument_getVersion(handle)) }

  /// The model, valid while the document lives.
  var model: OpaquePointer? { SBMLDocument_getModel(handle) }

  /// Runs libSBML's validators that bear on the mathematics (identifiers, MathML, overdetermination, general rules).
  func checkConsistency() throws(EngineError) {
    SBMLDocument_setConsistencyChecks(handle, LIBSBML_CAT_UNITS_CONSISTENCY, 0)
    SBMLDocument_setConsistencyChecks(handle, LIBSBML_CAT_SBO_CONSISTENCY, 0)
    SBMLDocument_setConsistencyChecks(handle, LIBSBML_CAT_MODELING_PRACTICE, 0)
    guard sbml_guard_check(UnsafeMutableRawPointer(handle)) != 0 else {
      throw EngineError(.unreadable, "libSBML cannot check the document; correct the model with a validator")
    }
  }

  /// Throws the first error or fatal error that reading or checking has left behind.
  func throwFirstError() throws(EngineError) {
    for index in 0..<SBMLDocument_getNumErrors(handle) {
      guard let error = SBMLDocument_getError(handle, index) else { continue }
      guard XMLError_isError(error) != 0 || XMLError_isFatal(error) != 0 else { continue }
      let message = XMLError_getMessage(error).map { String(cString: $0) } ?? ""
      let line = Int(XMLError_getLine(error))
      throw EngineError(
        .invalidSBML, "rule \(XMLError_getErrorId(error)): \(Self.oneLine(message)); correct the model",
        line: line > 0 && line < Int(Int32.max) ? line : nil)
    }
  }

  /// Refuses packages that the document says change the mathematics.
  func refuseRequiredPackages() throws(EngineError) {
    guard level >= 3, let namespaces = SBMLDocument_getNamespaces(handle) else { return }
    for index in 0..<XMLNamespaces_getLength(namespaces) {
      guard let pointer = XMLNamespaces_getURI(namespaces, index) else { continue }
      defer { free(pointer) }
      let uri = String(cString: pointer)
      guard uri.hasPrefix("http://www.sbml.org/sbml/level3/"), !uri.hasSuffix("/core") else { continue }
      // Unset counts as required: the author has not said that the package can be left out.
      if SBMLDocument_isSetPackageRequired(handle, pointer) != 0,
        SBMLDocument_getPackageRequired(handle, pointer) == 0
      {
        continue
      }
      throw EngineError(
        .unsupported,
        "the package \(uri) is required by the document and not computed here; flatten or export without it",
        element: "sbml")
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

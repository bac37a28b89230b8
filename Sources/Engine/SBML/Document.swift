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
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]  // a byte order mark, which libSBML does not expect
    let content = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    // Before a document without a declaration libSBML puts one, and a new line, which it counts.
    let declaration = content.starts(with: "<?xml version=".utf8) ? "" : "<?xml version='1.0' encoding='UTF-8'?>"
    var text: [UInt8] = Array(declaration.utf8)
    text += content
    text.append(0)
    let document = text.withUnsafeBytes { sbml_guard_read($0.assumingMemoryBound(to: CChar.self).baseAddress) }
    guard let document else {
      throw EngineError(.unreadable, "libSBML cannot read the document; check that it is SBML with proper namespaces")
    }
    self.handle = OpaquePointer(document)
  }

  deinit { SBMLDocument_free(handle) }

  var level: Int { Int(SBMLDocument_getLevel(handle)) }
  var version: Int { Int(SBMLDocument_getVersion(handle)) }

  /// The model, valid while the document lives.
  var model: OpaquePointer? { SBMLDocument_getModel(handle) }

  /// The line of the sbml element.
  var line: Int? {
    let line = Int(SBase_getLine(handle))
    return line > 0 ? line : nil
  }

  /// Runs some of libSBML's validators and throws the first error. Those of units, of ontology terms and of good
  /// practice do not bear on the mathematics and are never run.
  func check(_ categories: [SBMLErrorCategory_t]) throws(EngineError) {
    let all = [
      LIBSBML_CAT_UNITS_CONSISTENCY, LIBSBML_CAT_SBO_CONSISTENCY, LIBSBML_CAT_MODELING_PRACTICE,
      LIBSBML_CAT_GENERAL_CONSISTENCY, LIBSBML_CAT_IDENTIFIER_CONSISTENCY, LIBSBML_CAT_MATHML_CONSISTENCY,
      LIBSBML_CAT_OVERDETERMINED_MODEL,
    ]
    for category in all {
      SBMLDocument_setConsistencyChecks(handle, category, categories.contains { $0 == category } ? 1 : 0)
    }
    guard sbml_guard_check(UnsafeMutableRawPointer(handle)) != 0 else {
      throw EngineError(.unreadable, "libSBML cannot check the document; correct the model with a validator")
    }
    try throwFirstError()
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

  /// Refuses what is neither Level 3 Version 1 or 2 nor Level 2 Version 4 or 5.
  func refuseOtherLevels() throws(EngineError) {
    if level == 0 { try throwFirstError() }  // not even SBML
    guard level == 3 && (1...2).contains(version) || level == 2 && (4...5).contains(version) else {
      throw EngineError(
        .unsupported,
        "SBML Level \(level) Version \(version) is not read; convert to Level 3 Version 2, with "
          + "setLevelAndVersion(3, 2) of libSBML for example", element: "sbml", line: line)
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
        element: "sbml", line: line)
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

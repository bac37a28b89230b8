/// Why a model could not be read or compiled.
///
/// A failed *solution* is never an error but a ``Certificate`` with its status; errors are about the model as a whole.
public struct EngineError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of refusal. Raw values are stable and may be printed.
  public enum Code: String, Sendable {
    /// The bytes are not a document that is safe to parse: wrong encoding, too large, a DOCTYPE, nested too deeply.
    case unreadable
    /// The document breaks a rule of SBML.
    case invalidSBML = "invalid-sbml"
    /// The document is valid SBML outside the subset that is computed here.
    case unsupported
    /// An identifier was asked for that the model does not have.
    case unknownIdentifier = "unknown-identifier"
    /// A value is needed that the model does not give.
    case missingValue = "missing-value"
    /// The request contradicts itself, for example an identifier given twice.
    case invalidRequest = "invalid-request"
  }

  /// The kind of refusal.
  public let code: Code
  /// What is wrong and what to do about it.
  public let message: String
  /// The element (its tag or identifier) the refusal is about, where there is one.
  public let element: String?
  /// The line of the document, counted from 1, where known.
  public let line: Int?

  /// Makes an error; `message` says what to do.
  public init(_ code: Code, _ message: String, element: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.element = element
    self.line = line
  }

  /// One line: code, place, message.
  public var description: String {
    var place = ""
    if let element { place += " at \(element)" }
    if let line { place += " (line \(line))" }
    return "\(code.rawValue)\(place): \(message)"
  }
}

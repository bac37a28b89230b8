import Domain
import Engine
import Foundation

/// A model that a user brings, and what of it is set or held.
public struct SBMLRequest: Sendable {
  /// A value for an initial value or parameter.
  public struct Setting: Sendable {
    public let id: String
    /// Nothing: the model's own value, for a clamp only.
    public let value: Double?

    /// A setting as given.
    public init(id: String, value: Double?) {
      self.id = id
      self.value = value
    }
  }

  /// Path of the SBML file.
  public let path: String
  /// Initial values and parameters.
  public let set: [Setting]
  /// Species held at a value, or at their value at the start.
  public let clamp: [Setting]

  /// All parts at once.
  public init(path: String, set: [Setting], clamp: [Setting]) {
    self.path = path
    self.set = set
    self.clamp = clamp
  }

  /// What is set and to which value; a clamp with a value sets that too.
  var values: [(id: String, value: Double)] {
    (set + clamp).compactMap { setting in setting.value.map { (setting.id, $0) } }
  }

  var clamped: [String] { clamp.map(\.id) }

  /// Reads and checks the model.
  /// - Throws: 66 where there is no such file, 65 where it is no model that can be computed.
  func model() throws -> Model {
    // What the engine refuses as too large is not read into memory first.
    let bytes = try InputPaths.bytes(path, limit: 1 << 30)
    do {
      return try Model(sbml: bytes, name: (path as NSString).lastPathComponent)
    } catch {
      throw Self.unusable(error, path)
    }
  }

  /// A refusal by the engine, as an error about a file.
  static func unusable(_ error: EngineError, _ path: String) -> RheostatError {
    var place = path
    if let line = error.line { place += ", line \(line)" }
    if let element = error.element { place += ", \(element)" }
    return RheostatError(.dataUnusable, sentence(error.message), location: place)
  }

  /// A refusal of what was asked for on the command line, or of the model itself.
  static func refusal(_ error: EngineError, _ path: String) -> RheostatError {
    switch error.code {
    case .unknownIdentifier, .invalidRequest:
      RheostatError(.usage, "\(error.element ?? "The request"): \(error.message).")
    default: unusable(error, path)
    }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }
}

extension SolveStatus {
  /// As printed.
  var code: String {
    switch self {
    case .certified: "certified"
    case .notConverged: "not_converged"
    case .negative: "negative"
    case .notFinite: "not_finite"
    case .singular: "singular"
    }
  }

  /// For people.
  var sentence: String {
    switch self {
    case .certified: "All rate equations are solved and no species is below zero."
    case .notConverged:
      "No state was found whose rates are zero beyond doubt; the model may have none, oscillate, or be too stiff."
    case .negative: "The state found solves the rate equations with a species below zero."
    case .notFinite: "An input, a state or a rate is infinite or not a number."
    case .singular: "The equations do not fix the state: it is not isolated."
    }
  }
}

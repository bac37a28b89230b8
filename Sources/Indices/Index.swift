import Domain

/// A formula that makes one number, or one stage, of the labs and covariates of a visit.
///
/// A conforming type is a namespace: it has no state, reads nothing but the visit, and always answers.
/// A visit it cannot compute gets a value that says why (`IndexStatus`, `IndexReason`), never an invented number;
/// a value with status `computed` or `outOfRange` is always finite.
public protocol Index: Sendable {
  /// What the index is: formula as published, unit, inputs, limits and source.
  static var definition: IndexDefinition { get }
  /// The index of one visit.
  static func compute(_ visit: IndexVisit) -> IndexValue
}

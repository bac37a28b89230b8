/// A model read from SBML, immutable and independent of libSBML.
///
/// Level 3 Versions 1 and 2 and Level 2 Versions 4 and 5 core are read. Refused by name: events, delays, algebraic
/// rules, fast reactions, constraints, and packages that the document requires.
/// Source: SBML Level 3 Version 2 Core, doi:10.1515/jib-2017-0081.
public struct Model: Sendable {
  /// The model's id, or the name it was read under when it has none.
  public let id: String
  public let compartments: [Compartment]
  public let species: [Species]
  /// Global parameters; local ones are in their reactions.
  public let parameters: [Parameter]
  public let reactions: [Reaction]
  /// Assignment and rate rules.
  public let rules: [Rule]
  public let functionDefinitions: [FunctionDefinition]
  public let initialAssignments: [InitialAssignment]
  /// Id of the parameter that converts reaction extent to species amount, where the model has one.
  public let conversionFactor: String?
}

/// A compartment. Its id in an expression means its size.
public struct Compartment: Sendable, Equatable {
  public let id: String
  public let name: String
  /// Nothing when the document gives none.
  public let size: Double?
  public let spatialDimensions: Double
  public let isConstant: Bool
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// A species. Its id in an expression means its amount if ``hasOnlySubstanceUnits``, else its concentration.
public struct Species: Sendable, Equatable {
  public let id: String
  public let name: String
  public let compartment: String
  public let initialAmount: Double?
  public let initialConcentration: Double?
  /// The initial value in the terms in which the id is used in expressions, from the attributes of the file alone
  /// (rules and initial assignments apart). Nothing when the file leaves it open.
  public let initialValue: Double?
  /// On the boundary: reactions do not change it.
  public let isBoundary: Bool
  public let isConstant: Bool
  public let hasOnlySubstanceUnits: Bool
  public let conversionFactor: String?
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// A global or local parameter.
public struct Parameter: Sendable, Equatable {
  public let id: String
  public let name: String
  /// Nothing when the document gives none.
  public let value: Double?
  public let isConstant: Bool
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// A reaction. Its id in an expression means its rate, in amount (extent) per time.
public struct Reaction: Sendable, Equatable {
  public let id: String
  public let name: String
  public let reactants: [SpeciesReference]
  public let products: [SpeciesReference]
  /// Nothing when the document gives none.
  public let kineticLaw: Expression?
  public let localParameters: [Parameter]
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// A reactant or product with its stoichiometry, never negative by itself.
public struct SpeciesReference: Sendable, Equatable {
  public let id: String?
  public let species: String
  /// The number of the file, nothing when the file gives none.
  public let stoichiometry: Double?
  /// Level 2 only: the expression that takes the number's place.
  public let stoichiometryMath: Expression?
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// An assignment or a rate rule.
public struct Rule: Sendable, Equatable {
  public enum Kind: String, Sendable { case assignment, rate }
  public let kind: Kind
  public let variable: String
  public let math: Expression
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// A function of the model; the compiler inlines its calls.
public struct FunctionDefinition: Sendable, Equatable {
  public let id: String
  public let arguments: [String]
  public let body: Expression
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

/// The value of a symbol at the start, taking precedence over the number in the file.
public struct InitialAssignment: Sendable, Equatable {
  public let symbol: String
  public let math: Expression
  /// The line of the document that it begins on, where known.
  public let line: Int?
}

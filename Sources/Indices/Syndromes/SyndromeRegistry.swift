import Domain

/// Every definition of the metabolic syndrome that Rheostat applies, in the order of its columns.
public enum SyndromeRegistry {
  /// The definitions, in the order in which results, tables and reports show them.
  public static let all: [any Syndrome.Type] = [
    MetSNCEP2005.self, MetSIDF2005.self, MetSHarmonized2009.self, MetSWHO1999.self, MetSEGIR1999.self, MetSCDS2004.self,
    MetSCDS2020.self,
  ]

  /// What they are, in the same order.
  public static let definitions: [SyndromeDefinition] = all.map { $0.definition }

  /// All definitions of all visits.
  /// - Returns: Values by definition (the order of `all`), then by visit (the order of the block).
  public static func evaluate(_ block: PanelBlock) -> [[SyndromeValue]] { VisitScores.columns(of: block).syndromes }
}

import Domain

/// Every index that Rheostat computes, in the order of its columns.
public enum IndexRegistry {
  /// The indices, in the order in which results, tables and reports show them.
  public static let all: [any Index.Type] = [
    EGFR.self, BMI.self, CKDEPI2021.self, KDIGOGFRCategory.self, KDIGOAlbuminuriaCategory.self, HOMAIR.self,
    HOMAB.self, QUICKI.self, TyG.self, LeptinAdiponectinRatio.self, AdipoIR.self, GNRI.self, GNRILorentz.self,
  ]

  /// Their definitions, in the same order.
  public static let definitions: [IndexDefinition] = all.map { $0.definition }

  /// All indices of all visits.
  /// - Returns: Values by index (the order of `all`), then by visit (the order of the block).
  public static func compute(_ block: PanelBlock) -> [[IndexValue]] {
    let rows = (0..<block.count).map { block[$0] }
    return all.map { index in rows.map { index.compute($0) } }
  }
}

/// The way back from a value to its cell. Files are called F001, F002, ... outside the private folder.
public struct Provenance: Sendable, Equatable {
  /// As `F001`.
  public var file: String
  /// The record in the file, 1 for the first below the header.
  public var row: Int
  /// The column, 1 for the first.
  public var column: Int
  /// The name of the column in the file's header.
  public var columnName: String
  /// The cell as it stands in the file.
  public var rawText: String
  /// The unit as it stands in the file or the mapping.
  public var rawUnit: String
  /// The factor applied to reach the canonical unit.
  public var factor: Double

  /// All parts at once.
  public init(
    file: String, row: Int, column: Int, columnName: String, rawText: String, rawUnit: String, factor: Double
  ) {
    self.file = file
    self.row = row
    self.column = column
    self.columnName = columnName
    self.rawText = rawText
    self.rawUnit = rawUnit
    self.factor = factor
  }
}

/// The definitions behind the columns of a `ScoredBlock`, in its order.
public struct Catalogue: Sendable {
  /// One entry an index.
  public var indices: [IndexDefinition]
  /// One entry a syndrome definition.
  public var syndromes: [SyndromeDefinition]
  /// Names of the columns that a mapping keeps, as they stand in the tables (letters, digits, underscores).
  public var kept: [String]

  /// All parts at once.
  public init(indices: [IndexDefinition], syndromes: [SyndromeDefinition], kept: [String]) {
    self.indices = indices
    self.syndromes = syndromes
    self.kept = kept
  }
}

/// A block of visits with everything that the stages have said of them: what tables and reports are made from.
public struct ScoredBlock: Sendable {
  /// The inputs.
  public var panel: PanelBlock
  /// Values by index (the order of `Catalogue.indices`), then visit.
  public var indices: [[IndexValue]]
  /// Values by definition (the order of `Catalogue.syndromes`), then visit.
  public var syndromes: [[SyndromeValue]]
  /// One entry a visit; nil where the mechanism has not been run.
  public var phenotypes: [PhenotypeResult?]
  /// Kept columns by visit, then by `Catalogue.kept`; empty where the visit has none.
  public var kept: [[String]]
  /// Where each lab comes from: by visit, then by analyte; empty unless asked for (reports need it, tables do not).
  public var provenance: [[Analyte: Provenance]]

  /// All parts at once.
  public init(
    panel: PanelBlock, indices: [[IndexValue]], syndromes: [[SyndromeValue]], phenotypes: [PhenotypeResult?],
    kept: [[String]], provenance: [[Analyte: Provenance]] = []
  ) {
    self.panel = panel
    self.indices = indices
    self.syndromes = syndromes
    self.phenotypes = phenotypes
    self.kept = kept
    self.provenance = provenance
  }
}

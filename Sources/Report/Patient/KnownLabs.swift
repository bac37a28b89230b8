import Domain

/// Which labs are known at a visit. eGFR and BMI may be derived; then an index of the same name carries them.
enum KnownLabs {
  /// The place of the index that carries an analyte, where the catalogue has one.
  static func carrier(_ analyte: Analyte, _ catalogue: Catalogue) -> Int? {
    catalogue.indices.firstIndex { $0.id == analyte.name }
  }

  /// Whether a value was reported or derived. On dialysis there is no eGFR to know, so none is missing.
  static func contains(_ analyte: Analyte, _ block: ScoredBlock, row: Int, carrier: Int?) -> Bool {
    if block.panel[analyte, row].status != .missing { return true }
    if analyte == .egfr, [.haemodialysis, .peritoneal].contains(block.panel[row].dialysis) { return true }
    return carrier.flatMap { block.indices.at($0)?.at(row)?.value.isFinite } ?? false
  }
}

extension VisitRecord {
  /// Whether a value was reported or derived.
  func knows(_ analyte: Analyte) -> Bool {
    KnownLabs.contains(analyte, block, row: row, carrier: KnownLabs.carrier(analyte, catalogue))
  }

  /// The labs of the mechanism that are missing: what the mechanism says where it was run, so that every list of them
  /// on a page is the same.
  var mechanismLabsMissing: [Analyte] {
    phenotype?.labsMissing ?? Analyte.mechanismLabs.filter { !knows($0) }
  }
}

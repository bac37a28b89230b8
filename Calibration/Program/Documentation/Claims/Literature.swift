import Domain

/// What others found on a claim: one row of `Calibration/literature.csv`.
struct Finding {
  let claim, stance, species, finding, source, resource, provenance: String

  static func all(_ file: DataFile) -> [Finding] {
    file.rows.indices.map { row in
      func cell(_ column: String) -> String { file.value(row, column) }
      return Finding(
        claim: cell("claim"), stance: cell("stance"), species: cell("species"), finding: cell("finding"),
        source: cell("source"), resource: cell("doi_or_pmid"), provenance: cell("provenance"))
    }
  }
}

/// A number of the review's list of references, and what stands behind it: one row of `Calibration/references.csv`.
struct ReviewReference {
  let number, citation, resource, provenance: String

  static func all(_ file: DataFile) -> [ReviewReference] {
    file.rows.indices.map { row in
      func cell(_ column: String) -> String { file.value(row, column) }
      return ReviewReference(
        number: cell("number"), citation: cell("citation"), resource: cell("doi_or_pmid"),
        provenance: cell("provenance"))
    }
  }

  /// The numbers that a claim names: `16,17` or `3-5`.
  static func numbers(_ text: String) -> [Int] {
    text.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0.filter(\.isNumber)) }
      guard let first = ends.first, let last = ends.last, first <= last else { return [] }
      return Array(first...last)
    }
  }
}

/// What was written by hand about a result, in `Calibration/explanations.csv`: why a readout of a claim, or a fact,
/// comes out otherwise than expected.
struct Explanations {
  private var texts: [String: String] = [:]

  init(_ file: DataFile) {
    for row in file.rows.indices { texts[file.value(row, "id")] = file.value(row, "explanation") }
  }

  /// The explanation of a claim or fact, by its id.
  subscript(identifier: String) -> String? { texts[identifier] }
}

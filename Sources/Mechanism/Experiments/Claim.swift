import CResources
import Domain

/// A statement of the review: one row of `claims.csv`.
public struct Claim: Sendable {
  /// What the review's statement is to us.
  public enum Standing: String, Sendable {
    case claimed, disputed
    case inputRegression = "input regression"
    case notModelled = "not modelled"
    case openQuestion = "open question"
  }

  public let identifier, section, tissue: String
  /// The review's own reference numbers.
  public let references: String
  /// The statement, the perturbation, the readout and what is expected, in words.
  public let statement, perturbation, readout, expected: String
  public let standing: Standing
  public let note: String

  /// The review's statements in order.
  public static let all: [Claim] = {
    let file = DataFile(rheostat_claims_csv())
    return file.rows.indices.map { row in
      func cell(_ column: String) -> String { file.value(row, column) }
      return Claim(
        identifier: cell("id"), section: cell("section"), tissue: cell("tissue"), references: cell("review_refs"),
        statement: cell("claim"), perturbation: cell("perturbation"), readout: cell("readout"),
        expected: cell("expected"), standing: Standing(rawValue: cell("standing")) ?? .notModelled, note: cell("note"))
    }
  }()
}

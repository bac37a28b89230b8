import Domain
import Report

/// A variable of a stratified table: how to read it off a visit, and how it is summarised.
struct CohortVariable {
  enum Kind {
    /// Summarised by mean, SD, median and quartiles.
    case numeric
    /// Counted by level; a value is the place of its level.
    case categorical([String])
  }
  let id: String
  let label: String
  let unit: String
  let kind: Kind
  /// The value of a visit (for a categorical variable the place of the level), NaN where missing.
  let value: (ScoredBlock, Int) -> Double

  /// Every variable that a table can show or stratify by, in the order of patients.csv.
  static func all(_ catalogue: Catalogue) -> [CohortVariable] {
    var variables = [
      // Ages above 89 identify: outside the private folder they are 90, in every table.
      CohortVariable(id: "age", label: "Age", unit: "years", kind: .numeric) { block, row in
        block.panel.age[row] > 89 ? 90 : block.panel.age[row]
      }
    ]
    for covariate in Covariate.allCases {
      variables.append(
        CohortVariable(
          id: covariate.rawValue, label: covariate.label, unit: "",
          kind: .categorical(Array(covariate.codes.dropFirst()))
        ) { block, row in level(Double(block.panel[covariate, row])) })
    }
    let carriedOn = Set(catalogue.indices.map(\.id))
    for analyte in Analyte.allCases where !carriedOn.contains(analyte.name) {
      variables.append(
        CohortVariable(id: analyte.name, label: analyte.info.label, unit: analyte.info.unit, kind: .numeric) {
          $0.panel[analyte, $1].value
        })
    }
    for (place, index) in catalogue.indices.enumerated() {
      let kind: Kind = index.levels.isEmpty ? .numeric : .categorical(index.levels)
      variables.append(
        CohortVariable(id: index.id, label: index.name, unit: index.unit == "1" ? "" : index.unit, kind: kind) {
          block, row in
          let value = block.indices[place][row].value
          return index.levels.isEmpty ? value : value <= Double(index.levels.count) ? level(value) : .nan
        })
    }
    for (place, syndrome) in catalogue.syndromes.enumerated() {
      let levels = [SyndromeState.absent, .present].map(\.name)
      variables.append(
        CohortVariable(id: syndrome.id, label: syndrome.name, unit: "", kind: .categorical(levels)) {
          level(Double($0.syndromes[place][$1].strict.rawValue))
        })
      variables.append(
        CohortVariable(
          id: syndrome.id + "_measured", label: syndrome.name + ", measurements alone", unit: "",
          kind: .categorical(levels)
        ) { level(Double($0.syndromes[place][$1].measured.rawValue)) })
    }
    variables.append(
      CohortVariable(
        id: "phenotype", label: "Phenotype", unit: "", kind: .categorical(verdicts.map(\.name))
      ) { block, row in
        block.phenotypes[row].flatMap { verdicts.firstIndex(of: $0.verdict) }.map(Double.init) ?? .nan
      })
    return variables
  }

  /// The classes first, then what could not be decided.
  private static let verdicts = Verdict.allCases.filter { $0 != .indeterminate } + [.indeterminate]

  /// Codes begin at 1 (0 is unknown), levels at 0.
  private static func level(_ code: Double) -> Double { code >= 1 ? code - 1 : .nan }
}

import Domain

/// One visit of a scored block, read like a record.
struct VisitRecord {
  let block: ScoredBlock
  let row: Int
  let catalogue: Catalogue
  let panel: PanelRow

  init(block: ScoredBlock, row: Int, catalogue: Catalogue) {
    self.block = block
    self.row = row
    self.catalogue = catalogue
    panel = block.panel[row]
  }

  /// 1 for the baseline visit.
  var number: Int { panel.visit.ordinal }
  var phenotype: PhenotypeResult? { block.phenotypes.at(row) ?? nil }

  /// The definitions with their values at this visit.
  var indices: [(definition: IndexDefinition, value: IndexValue)] {
    catalogue.indices.enumerated().compactMap { place, definition in
      block.indices.at(place)?.at(row).map { (definition, $0) }
    }
  }

  /// The definitions with their answers at this visit.
  var syndromes: [(definition: SyndromeDefinition, value: SyndromeValue)] {
    catalogue.syndromes.enumerated().compactMap { place, definition in
      block.syndromes.at(place)?.at(row).map { (definition, $0) }
    }
  }

  /// The kept columns that hold something.
  var kept: [(name: String, value: String)] {
    zip(catalogue.kept, block.kept.at(row) ?? []).filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }

  /// Where a value was read.
  func provenance(_ analyte: Analyte) -> Provenance? { block.provenance.at(row)?[analyte] }

  /// The value of an index by its name.
  func index(_ id: String) -> (definition: IndexDefinition, value: IndexValue)? {
    indices.first { $0.definition.id == id }
  }

  /// The label of a coded index, as `G4`.
  func level(_ id: String) -> String? { index(id).flatMap { $0.definition.level(of: $0.value) } }

  /// As `Visit 1, baseline, day 0`.
  var name: String {
    var words = ["Visit \(number)"]
    if number == 1 { words.append("baseline") }
    if let day = panel.visit.day { words.append("day \(day)") }
    return words.joined(separator: ", ")
  }

  /// As `Woman, 63 years, CKD G4 A3`.
  var person: String {
    var words: [String] = []
    switch panel.sex {
    case .female: words.append("Woman")
    case .male: words.append("Man")
    case .unknown: words.append("Sex not recorded")
    }
    words.append(panel.age.map { $0 > AgeCap.highest ? "90 years or older" : years($0) } ?? "age not recorded")
    let stage = [level("ckd_g"), level("ckd_a")].compactMap(\.self).joined(separator: " ")
    words.append(stage.isEmpty ? "CKD stage not known" : "CKD " + stage)
    return words.joined(separator: ", ")
  }

  /// Dialysis, diabetes, drugs: what is recorded at this visit. Later visits begin with age and stage, which change.
  var circumstances: String {
    var words = number == 1 ? [] : [person]
    if let equation = block.panel.egfrEquation.at(row), !equation.isEmpty, panel.value(.egfr) != nil {
      words.append("eGFR reported by " + equation)
    }
    for covariate in Covariate.allCases where covariate != .sex {
      let code = panel.code(covariate)
      guard code != 0, let name = covariate.codes.at(Int(code)) else { continue }
      switch covariate {
      case .ethnicity: words.append(Wording.words(name))
      case .diabetes: words.append(name == "none" ? "no diabetes" : diabetes(name))
      case .dialysis:
        words.append(name == "none" ? "not on dialysis" : name == "peritoneal" ? "peritoneal dialysis" : name)
      default: words.append((name == "no" ? "no " : "") + lowered(covariate.label))
      }
    }
    return words.joined(separator: "; ")
  }

  private func diabetes(_ code: String) -> String {
    switch code {
    case "type1": "diabetes type 1"
    case "type2": "diabetes type 2"
    default: "diabetes, type not recorded"
    }
  }

  private func lowered(_ label: String) -> String {
    label.hasPrefix("mTOR") ? label : label.prefix(1).lowercased() + label.dropFirst()
  }

  private func years(_ age: Double) -> String {
    NumberText.fixed(age.rounded(.down), 0) + " years"
  }
}

/// Ages above 89 are shown as 90, so that the oldest cannot be recognized (45 CFR 164.514(b)(2)(i)(C)).
enum AgeCap {
  static let highest = 89.0
  static let shown = 90.0
  static func apply(_ age: Double) -> Double { age > highest ? shown : age }
}

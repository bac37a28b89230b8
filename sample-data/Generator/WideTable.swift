import Domain

/// The wide layout: one row a patient and visit, as a registry would export it.
struct WideTable {
  let seed: UInt64
  /// Whether what indices ask for beyond the sample is there too.
  var hasAllInputs = false

  /// The header; `WideTable.columns` are the first of it.
  var header: [String] { Self.columns + (hasAllInputs ? ExtraColumn.headers : []) }

  static let columns =
    [
      "patient_id", "visit", "date", "age", "sex", "ethnicity", "diabetes", "hypertension", "dialysis", "transplant",
      "drug_insulin", "drug_glucose", "drug_lipid", "drug_bp", "drug_mtor", "drug_steroid", "drug_calcineurin",
      "fasting", "site", "egfr_equation",
    ] + LabColumn.wide.map(\.header)

  /// Where the laboratory columns begin.
  private static let firstLab = columns.count - LabColumn.wide.count

  /// The rows of one person: visits in order, each a list of cells, with the cohort's deliberate mistakes.
  func rows(of person: Person) -> [[String]] {
    var rows = (1...person.visits).map { number in
      row(Visit(number, of: person, seed: seed), of: person)
    }
    for defect in Defect.all where defect.person == person.number { defect.apply(to: &rows) }
    return rows
  }

  private func row(_ visit: Visit, of person: Person) -> [String] {
    func answer(_ yes: Bool) -> String { yes ? "yes" : "no" }
    let transplanted = person.archetype == .transplanted
    let draw = UInt32(truncatingIfNeeded: person.number) &* 4 &+ UInt32(truncatingIfNeeded: visit.number - 1)
    var random = RandomStream(key: seed, purpose: Purpose.missing.rawValue, draw: draw)
    var cells = [
      person.identifier, String(visit.number), visit.date, String(visit.age), person.female ? "female" : "male",
      person.ethnicity, person.traits.diabetic ? "type2" : "none", answer(person.hypertensive), person.dialysis,
      answer(transplanted), answer(person.insulinTreated), answer(person.traits.diabetic && !person.insulinTreated),
      answer(person.lipidDrug), answer(person.hypertensive && random.uniform() < 0.9), answer(person.sirolimus),
      answer(person.steroid), answer(transplanted && !person.sirolimus), visit.fasting, person.site.rawValue, "",
    ]
    for column in LabColumn.wide {
      // One number a column, used or not, so that one rule does not move the others.
      let missing = random.uniform() < chance(column, person)
      cells.append(missing ? "" : column.text(visit[column.analyte]))
    }
    if let egfr = Self.columns.firstIndex(of: "egfr (mL/min/1.73 m2)"),
      let equation = Self.columns.firstIndex(of: "egfr_equation"), !cells[egfr].isEmpty
    {
      cells[equation] = "CKD-EPI 2021"
    }
    guard hasAllInputs else { return cells }
    return cells
      + ExtraColumn.cells(
        person: person.number, visit: visit.number, isDialysed: person.dialysis != "none", seed: seed)
  }

  /// How likely a value is missing: by chance, and by who the person is and where.
  private func chance(_ column: LabColumn, _ person: Person) -> Double {
    let dialysed = person.dialysis != "none"
    switch column.analyte {
    case .egfr: return person.site == .south && !dialysed ? column.missing : 1
    case .uacr where dialysed: return 0.8  // hardly any urine
    case .hba1c where !person.traits.diabetic: return 0.5
    case .waist where person.archetype == .wasted: return 0.4  // too ill to stand
    default: return column.research && person.site == .east ? 1 : column.missing
    }
  }
}

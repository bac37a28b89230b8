/// A mistake put into the cohort on purpose, as real files have them; sample-data/README.md says what becomes of each.
struct Defect {
  enum Kind {
    /// The cell of this column, at the first visit, is replaced.
    case cell(column: String, text: String)
    /// The first row loses its last fields.
    case short(by: Int)
    /// The first row gets one field more.
    case long(extra: String)
    /// The first row stands twice.
    case repeated
    /// The first row stands twice, the second time with another value in this column.
    case contradicted(column: String, text: String)
  }

  let person: Int
  let kind: Kind

  static let all: [Defect] = [
    Defect(person: 7, kind: .cell(column: "glucose (mmol/L)", text: "-5.1")),
    Defect(person: 19, kind: .cell(column: "insulin (uU/mL)", text: "haemolysed")),
    Defect(person: 33, kind: .cell(column: "creatinine (umol/L)", text: "1.1")),
    Defect(person: 48, kind: .cell(column: "glucose (mmol/L)", text: "98")),
    Defect(person: 61, kind: .cell(column: "albumin (g/dL)", text: "41")),
    Defect(person: 78, kind: .cell(column: "patient_id", text: "")),
    Defect(person: 89, kind: .cell(column: "date", text: "2021-02-30")),
    Defect(person: 107, kind: .short(by: 5)),
    Defect(person: 118, kind: .long(extra: "7")),
    Defect(person: 133, kind: .repeated),
    Defect(person: 147, kind: .contradicted(column: "glucose (mmol/L)", text: "6.6")),
    Defect(person: 162, kind: .cell(column: "sex", text: "X")),
    Defect(person: 176, kind: .cell(column: "triglyceride (mg/dL)", text: "1,54")),
    Defect(person: 190, kind: .cell(column: "age", text: "211")),
    Defect(person: 205, kind: .cell(column: "hdl (mg/dL)", text: ">")),
    Defect(person: 220, kind: .cell(column: "site", text: "=1+1")),
    Defect(person: 234, kind: .cell(column: "ldl (mmol/L)", text: "NA")),
  ]

  /// Changes the rows of the person, of which there is at least one.
  func apply(to rows: inout [[String]]) {
    switch kind {
    case .cell(let column, let text): Self.replace(column, text, in: &rows[0])
    case .short(let count): rows[0].removeLast(count)
    case .long(let extra): rows[0].append(extra)
    case .repeated: rows.insert(rows[0], at: 1)
    case .contradicted(let column, let text):
      var second = rows[0]
      Self.replace(column, text, in: &second)
      rows.insert(second, at: 1)
    }
  }

  private static func replace(_ column: String, _ text: String, in row: inout [String]) {
    if let index = WideTable.columns.firstIndex(of: column) { row[index] = text }
  }
}

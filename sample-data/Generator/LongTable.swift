/// The long layout: one row a result, ten results a person at one visit, for measuring time and memory on large files.
struct LongTable {
  let seed: UInt64

  static let columns = ["patient_id", "visit", "date", "age", "sex", "fasting", "analyte", "value", "unit"]

  func rows(of person: Person) -> [[String]] {
    let visit = Visit(1, of: person, seed: seed)
    return LabColumn.long.map { column in
      [
        person.identifier, "1", visit.date, String(visit.age), person.female ? "female" : "male", visit.fasting,
        column.name, column.text(visit[column.analyte]), column.unit,
      ]
    }
  }
}

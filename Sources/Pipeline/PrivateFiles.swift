import Domain
import Report
import Store

/// The files that hold identifiers: they stay in the private folder.
enum PrivateFiles {
  static func write(_ folder: OutputFolder, store: CohortStore) throws {
    try problems(folder, store: store)
    try keys(folder, store: store)
    try files(folder, store: store)
  }

  private static func line(_ fields: [String]) -> [UInt8] {
    var csv = CSVWriter()
    for field in fields { csv.text(field) }
    csv.endRow()
    return csv.bytes
  }

  /// One record without its line feed.
  static func record(_ fields: [String]) -> String { String(decoding: line(fields).dropLast(), as: UTF8.self) }

  private static func problems(_ folder: OutputFolder, store: CohortStore) throws {
    let file = try folder.begin("private/problems.csv")
    try file.write(
      line([
        "file", "row", "line", "column", "column_name", "patient_id", "analyte", "severity", "code", "expected",
        "actual", "message",
      ]))
    func write(_ entry: FiledProblem) throws {
      let problem = entry.problem
      let number = { (value: Int) in value > 0 ? String(value) : "" }
      try file.write(
        line([
          entry.file, number(problem.location.row), number(problem.location.line), number(problem.location.column),
          problem.location.columnName, problem.patient, problem.analyte, problem.severity.rawValue, problem.code,
          problem.expected, problem.actual, problem.message,
        ]))
    }
    try store.forEachProblem(write)
    try store.forEachSetAside(write)
    try file.finish()
  }

  private static func keys(_ folder: OutputFolder, store: CohortStore) throws {
    let file = try folder.begin("private/keys.csv")
    try file.write(line(["patient_key", "patient_id"]))
    try store.forEachPatient { number, identifier in
      try file.write(line([StudyNumber.text(number), identifier]))
    }
    try file.finish()
  }

  private static func files(_ folder: OutputFolder, store: CohortStore) throws {
    let file = try folder.begin("private/files.csv")
    try file.write(line(["file", "path", "sha256", "mapping_sha256", "bytes", "rows", "read_as"]))
    for entry in try store.files() {
      try file.write(
        line([
          entry.code, entry.path, entry.sha256, entry.mappingSHA256, String(entry.bytes), String(entry.rows),
          entry.description,
        ]))
    }
    try file.finish()
  }
}

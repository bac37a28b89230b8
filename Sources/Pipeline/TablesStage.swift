import Domain
import Foundation
import Report
import Store

/// Writes the tables for statistics programs: patients.csv, results_long.csv, codebook.csv, flow.csv and one
/// stratified table a variable.
public enum TablesStage {
  /// Writes all tables below `folder/tables`.
  /// - Parameter by: variables to stratify by; each gives a table of its own.
  /// - Returns: what came of the patients, for the report and the flow table.
  public static func run(
    store: CohortStore, folder: OutputFolder, by: [String], options: TableOptions, progress: ProgressHandler
  ) throws -> [FlowRow] {
    try folder.folder("tables")
    try folder.folder("private")
    let catalogue = try ScoreStage.catalogue(of: store)
    try StratifiedTables.check(by, kept: catalogue.kept)
    try StratifiedTables.checkLevels(by, in: store)
    let total = try Int64(store.visitCount())
    var patients = PatientsTable(catalogue: catalogue, showing: options)
    let long = ResultsLongTable(catalogue: catalogue)
    let patientsFile = try folder.begin("tables/patients.csv")
    let longFile = try folder.begin("tables/results_long.csv")
    try patientsFile.write(patients.header())
    try longFile.write(long.header())
    var stratified = try StratifiedTables(catalogue: catalogue, by: by, folder: folder)
    var verdicts = VerdictTally()
    var done: Int64 = 0
    try ScoredCohort.forEachBlock(of: store, catalogue: catalogue, provenance: false) { block, stored in
      try patientsFile.write(patients.rows(block, identifiers: stored.identifiers, dates: stored.dates))
      try longFile.write(long.rows(block))
      try stratified.add(block)
      verdicts.add(block)
      done += Int64(block.panel.count)
      progress(StageProgress(stage: "tables", done: done, total: total, unit: "visits", ended: false, summary: ""))
    }
    try patientsFile.finish()
    try longFile.finish()
    try folder.write("tables/codebook.csv", patients.codebook())
    let flow = try FlowAccounting.rows(store: store, verdicts: verdicts)
    try folder.write("tables/flow.csv", FlowTable.render(flow))
    try stratified.write(to: folder)
    folder.removeLeftovers(in: "tables") { $0.hasPrefix("table1_by_") || $0.hasSuffix(".partial") }
    progress(
      StageProgress(
        stage: "tables", done: done, total: total, unit: "visits", ended: true,
        summary: "\(total) visits in patients.csv; table 1 by \(by.joined(separator: ", "))"))
    return flow
  }
}

/// Gathers baseline values while the cohort streams by, then writes one table a stratifying variable.
struct StratifiedTables {
  /// More levels than this are not a stratification.
  static let mostLevels = 50

  private let variables: [CohortVariable]
  private let by: [String]
  private let keptNames: [String]
  private var keptLevels: [[String: Int]]
  private let spool: BaselineSpool

  init(catalogue: Catalogue, by: [String], folder: OutputFolder) throws {
    variables = CohortVariable.all(catalogue)
    keptNames = catalogue.kept
    keptLevels = Array(repeating: [:], count: catalogue.kept.count)
    self.by = by
    spool = try BaselineSpool(folder: folder.path("private"), width: variables.count + catalogue.kept.count)
  }

  /// Refuses a variable that a table cannot be stratified by.
  /// - Throws: `RheostatError` 64 that lists the variables there are.
  static func check(_ by: [String], kept: [String]) throws {
    let names = categorical(CohortVariable.all(ScoreStage.catalogue(kept: kept))) + kept
    for name in by where !names.contains(name) {
      throw RheostatError(
        .usage, "There is no variable \"\(name)\" to stratify by.",
        advice: "Choose one of: \(names.joined(separator: ", ")). "
          + "A column of your file works only when the mapping says keep.")
    }
  }

  /// Refuses a kept column with too many values to stratify by.
  /// - Throws: `RheostatError` 64.
  static func checkLevels(_ by: [String], in store: CohortStore) throws {
    for name in by where try store.keptLevels(name, atMost: mostLevels + 1) > mostLevels {
      throw RheostatError(
        .usage, "The column \"\(name)\" has more than \(mostLevels) different values.",
        advice: "Stratify by a column with few groups.")
    }
  }

  private static func categorical(_ variables: [CohortVariable]) -> [String] {
    variables.compactMap { if case .categorical = $0.kind { $0.id } else { nil } }
  }

  mutating func add(_ block: ScoredBlock) throws {
    for (row, visit) in block.panel.visits.enumerated() where visit.ordinal == 1 {
      var values = variables.map { $0.value(block, row) }
      for place in keptNames.indices {
        let text = block.kept[row][place]
        values.append(text.isEmpty ? .nan : Double(level(of: text, in: place)))
      }
      try spool.append(values)
    }
  }

  private mutating func level(of text: String, in place: Int) -> Int {
    if let known = keptLevels[place][text] { return known }
    let next = keptLevels[place].count
    // One past the most is enough to know that the column is no stratification.
    guard next <= Self.mostLevels else { return Self.mostLevels }
    keptLevels[place][text] = next
    return next
  }

  func write(to folder: OutputFolder) throws {
    for name in by { try write(by: name, to: folder) }
  }

  /// The levels of a variable in the order of the table, and for each value its place among them.
  private func levels(of name: String) throws -> (place: Int, label: String, levels: [String], order: [Int]) {
    if let place = variables.firstIndex(where: { $0.id == name }), case .categorical(let levels) = variables[place].kind
    {
      return (place, variables[place].label, levels, Array(levels.indices))
    }
    let kept = keptNames.firstIndex(of: name) ?? 0
    // A value of the file that is called like a column of the table itself is told apart from it.
    let sorted = keptLevels[kept].keys.sorted()
    let names = sorted.map { ["Overall", "unknown"].contains($0) ? $0 + " (in the file)" : $0 }
    var order = Array(repeating: 0, count: sorted.count)
    for (place, text) in sorted.enumerated() { order[keptLevels[kept][text] ?? 0] = place }
    return (variables.count + kept, name, names, order)
  }

  private func write(by name: String, to folder: OutputFolder) throws {
    let stratum = try levels(of: name)
    // People whose group is not known form a group of their own: nobody drops out of a table.
    let groups = stratum.levels + ["unknown"]
    let membership = try spool.column(stratum.place).map { $0.isNaN ? groups.count - 1 : stratum.order[Int($0)] }
    var sizes = Array(repeating: 0, count: groups.count)
    for group in membership { sizes[group] += 1 }
    let shown = groups.indices.filter { sizes[$0] > 0 }
    var column = Array(repeating: -1, count: groups.count)
    for (place, group) in shown.enumerated() { column[group] = place }
    var table = TableOne(
      by: TableVariable(id: name, label: stratum.label, unit: ""), groups: shown.map { groups[$0] },
      groupSizes: shown.map { sizes[$0] })
    for (place, variable) in variables.enumerated() where variable.id != name {
      let values = try spool.column(place)
      let described = TableVariable(id: variable.id, label: variable.label, unit: variable.unit)
      var missing = Array(repeating: 0, count: shown.count)
      switch variable.kind {
      case .numeric:
        var byGroup: [[Double]] = Array(repeating: [], count: shown.count)
        for (person, value) in values.enumerated() {
          let group = column[membership[person]]
          if value.isNaN { missing[group] += 1 } else { byGroup[group].append(value) }
        }
        guard byGroup.contains(where: { !$0.isEmpty }) else { continue }
        table.add(numeric: described, values: byGroup, missing: missing)
      case .categorical(let levels):
        var counts = Array(repeating: Array(repeating: 0, count: shown.count), count: levels.count)
        for (person, value) in values.enumerated() {
          let group = column[membership[person]]
          if value.isNaN { missing[group] += 1 } else { counts[Int(value)][group] += 1 }
        }
        guard counts.contains(where: { $0.contains { $0 > 0 } }) else { continue }
        // Of a long closed list (ethnicity) only the levels that occur are worth a row; of a short one all are.
        let shownLevels = levels.indices.filter { levels.count <= 3 || counts[$0].contains { $0 > 0 } }
        table.add(
          categorical: described, levels: shownLevels.map { levels[$0] }, counts: shownLevels.map { counts[$0] },
          missing: missing)
      }
    }
    try folder.write("tables/table1_by_\(name).csv", table.csv())
    try folder.write("tables/table1_by_\(name).html", table.html(version: RheostatVersion.current))
    try folder.write("tables/table1_by_\(name).md", table.markdown())
    try folder.write("tables/table1_by_\(name)_long.csv", table.long())
  }
}

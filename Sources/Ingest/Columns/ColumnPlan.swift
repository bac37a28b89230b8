import Domain

/// Where the unit of a laboratory column stands with us.
enum UnitChoice: Sendable, Equatable {
  /// A unit that the analyte accepts, by its place, and as it was written.
  case known(index: Int, text: String)
  /// Written, but none that the analyte accepts.
  case unknown(text: String)
  case missing
}

/// What is done with one column of the file.
struct ColumnPlan: Sendable {
  var header: String
  var role: ColumnRole
  var unit: UnitChoice = .missing
  var values: [Mapping.CodedValue] = []
  /// The column (from 0) whose value marks this one's as below the limit, and by which values.
  var flagColumn: Int?
  var flagValues: [String] = []
  /// Why the column was understood so, for people.
  var evidence: String

  /// The header as it stands in messages.
  var shownHeader: String { header.isEmpty ? "(no name)" : Printable.text(header) }
}

/// What is done with the columns of a file: found from its header, or said by the mapping.
struct FilePlan: Sendable {
  var layout: Mapping.Layout
  var columns: [ColumnPlan]

  /// The first column (from 0) with a role.
  func column(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }

  /// - Throws: 65 where two columns share a name or a meaning, no column tells the patient, or the mapping names columns
  ///   that are not there.
  init(header: [String], mapping: Mapping?, place: String) throws(RheostatError) {
    try Self.refuseDuplicates(header, mapping, place)
    if let mapping {
      self = try MappedPlan(header: header, mapping: mapping, place: place).plan()
    } else {
      self = try Self.guessed(header, place)
    }
    try requireParts(place, mapped: mapping != nil)
  }

  init(layout: Mapping.Layout, columns: [ColumnPlan]) {
    self.layout = layout
    self.columns = columns
  }

  /// Two columns of one name cannot be told apart, unless the mapping goes by place.
  private static func refuseDuplicates(_ header: [String], _ mapping: Mapping?, _ place: String) throws(RheostatError) {
    var first: [String: Int] = [:]
    for (index, name) in header.enumerated() where !name.isEmpty {
      guard let other = first[name] else {
        first[name] = index
        continue
      }
      let byPlace = mapping?.columns.contains { $0.position == index + 1 || $0.position == other + 1 } ?? false
      if byPlace { continue }
      throw RheostatError(
        .dataUnusable, "Columns \(other + 1) and \(index + 1) have the same name, \"\(Printable.text(name))\".",
        advice: "Rename one, or pick by place in a mapping: `column = \(index + 1)`.", location: "\(place), line 1")
    }
  }

  /// Without a mapping: exact words only.
  private static func guessed(_ header: [String], _ place: String) throws(RheostatError) -> FilePlan {
    let isLong =
      header.contains { HeaderName.read($0, isLong: true)?.role == .analyteName }
      && header.contains { HeaderName.read($0, isLong: true)?.role == .value }
    var columns: [ColumnPlan] = []
    for name in header {
      guard let found = HeaderName.read(name, isLong: isLong) else {
        columns.append(ColumnPlan(header: name, role: .unmapped, evidence: "no word that Rheostat knows"))
        continue
      }
      if found.role.isUnique, let other = columns.firstIndex(where: { $0.role == found.role }) {
        throw RheostatError(
          .dataUnusable,
          "Columns \(other + 1) (\"\(columns[other].shownHeader)\") and \(columns.count + 1) (\"\(Printable.text(name))\") both look like \(found.role.word).",
          advice: "Draft a mapping with `rheostat map`, pick one there and give the other role = \"ignore\".",
          location: "\(place), line 1")
      }
      var column = ColumnPlan(header: name, role: found.role, evidence: "the words of the header")
      if case .lab(let analyte) = found.role {
        column.unit = unit(found.unit, analyte, header: name)
      }
      columns.append(column)
    }
    return FilePlan(layout: isLong ? .long : .wide, columns: columns)
  }

  /// BMI is kg/m2 by definition, so a header of exactly that word needs no unit; nothing else does without.
  static func unit(_ text: String?, _ analyte: Analyte, header: String) -> UnitChoice {
    if let text {
      return UnitSpelling.index(text, of: analyte).map { .known(index: $0, text: text) } ?? .unknown(text: text)
    }
    return analyte == .bmi && HeaderName.folded(header) == "bmi" ? .known(index: 0, text: "kg/m2") : .missing
  }

  private func requireParts(_ place: String, mapped: Bool) throws(RheostatError) {
    func require(_ role: ColumnRole, _ example: String) throws(RheostatError) {
      if column(role) != nil { return }
      throw RheostatError(
        .dataUnusable, "No column tells the \(role.word == "analyte" ? "analyte" : role.word).",
        advice: mapped
          ? "Give a column of the mapping role = \"\(role.word)\"."
          : "Call it \(example), or write a mapping (`rheostat map` drafts one).", location: "\(place), line 1")
    }
    try require(.patient, "patient_id")
    guard layout == .long else {
      if columns.contains(where: { $0.role.isContent }) { return }
      throw RheostatError(
        .dataUnusable, "No column holds a result or anything else that Rheostat knows.",
        advice: mapped
          ? "Add columns with such roles to the mapping."
          : "Draft a mapping with `rheostat map` and say there what the columns are.", location: "\(place), line 1")
    }
    try require(.analyteName, "analyte")
    try require(.value, "value")
  }
}

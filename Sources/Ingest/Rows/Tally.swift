import Domain

/// Counts that are told once at the end of a file instead of at every cell.
struct Tally {
  /// Results counted under one reason, with the place of the first.
  struct Entry {
    var level: AccountingLevel
    var outcome: Outcome
    var reason: String
    var subject: String
    var column: Int
    var count: Int
    var row: Int
    var line: Int
  }

  /// Distinct subjects remembered a reason; the rest go under "other", so that memory stays bounded.
  static let subjectLimit = 1_000

  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var subjects: [String: Int] = [:]

  mutating func add(
    _ level: AccountingLevel, _ outcome: Outcome, _ reason: String, subject: String, column: Int, row: Int, line: Int
  ) {
    var subject = subject
    var key = "\(reason)\u{1F}\(column)\u{1F}\(subject)"
    if places[key] == nil, subjects[reason, default: 0] >= Self.subjectLimit {
      subject = "other"
      key = "\(reason)\u{1F}other"
    }
    if let place = places[key] {
      entries[place].count += 1
      return
    }
    subjects[reason, default: 0] += 1
    places[key] = entries.count
    entries.append(
      Entry(
        level: level, outcome: outcome, reason: reason, subject: subject, column: column, count: 1, row: row, line: line
      ))
  }
}

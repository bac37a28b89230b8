import Domain

/// Which facts and claims the calibration may see: `Calibration/split.csv`, written before the fit that ships.
struct Split {
  /// What an item is used for.
  enum Part: String {
    case training, test
    case never = "never fitted"
  }

  private var parts: [String: Part] = [:]
  private(set) var reasons: [String: String] = [:]

  init(_ file: DataFile) throws {
    for row in file.rows.indices {
      guard let part = Part(rawValue: file.value(row, "part")) else {
        throw Fault("split.csv, row \(row + 2): no part is called \"\(file.value(row, "part"))\".")
      }
      parts[file.value(row, "id")] = part
      reasons[file.value(row, "id")] = file.value(row, "reason")
    }
  }

  /// The part of a fact or claim, where the split names it: an older split does not know what came after it.
  subscript(identifier: String) -> Part? { parts[identifier] }

  /// The part of a fact or claim.
  /// - Throws: a ``Fault`` where the split does not name it: then the split is older than the tables.
  func part(of identifier: String) throws -> Part {
    guard let part = self[identifier] else { throw Fault("split.csv does not name \(identifier).") }
    return part
  }
}

/// Why the calibration cannot go on, in words that say what to do.
struct Fault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

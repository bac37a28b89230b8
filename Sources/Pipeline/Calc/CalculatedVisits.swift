import Domain
import Ingest

extension CalculatedIndex {
  /// The visits of one person from words as `glucose=92mg/dL`. One visit where no word names a day; `egfr=61@0 egfr=58@198`
  /// makes one for each day, in their order, and what has no day holds at all of them.
  /// - Throws: `RheostatError` 64 that names the word.
  public static func visits(_ words: [String]) throws -> PanelBlock {
    let dated = try words.map(Dated.init)
    let days = Set(dated.compactMap(\.day)).sorted()
    var panel =
      days.isEmpty
      ? blank
      : PanelBlock(
        visits: days.enumerated().map { place, day in
          VisitIdentity(row: Int64(place + 1), patient: 1, ordinal: place + 1, day: day, randomKey: 0)
        })
    for one in dated {
      for row in 0..<panel.count where one.day == nil || panel.visits[row].day == one.day {
        do { try put(one.name, one.text, into: &panel, row: row) } catch {
          throw RheostatError(.usage, "\(one.word): \(error.message)", advice: error.advice)
        }
      }
    }
    return panel
  }

  /// `NAME=VALUE[UNIT][@DAY]`.
  private struct Dated {
    let word, name: String
    let text: Substring
    let day: Int?

    init(_ word: String) throws {
      guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
        throw RheostatError(
          .usage, "\"\(word)\" is not NAME=VALUE.", advice: "Write each value as glucose=92mg/dL or sex=female.")
      }
      (self.word, name) = (word, String(word[..<sign]))
      let value = word[word.index(after: sign)...]
      guard let at = value.lastIndex(of: "@") else {
        (text, day) = (value, nil)
        return
      }
      guard let number = Int(value[value.index(after: at)...]), abs(number) <= 100_000 else {
        throw RheostatError(
          .usage, "\(word): behind @ stands the day of the visit, a whole number.",
          advice: "Count days from any start, as egfr=61mL/min/1.73m2@0 egfr=58mL/min/1.73m2@198.")
      }
      (text, day) = (value[..<at], number)
    }
  }

  /// Puts one value in; of the ways in which a number can end and its unit begin (`20010^9/L`) the longest number whose
  /// rest is a unit of the quantity.
  private static func put(
    _ name: String, _ text: Substring, into panel: inout PanelBlock, row: Int
  ) throws(NamedInput.Fault) {
    var fault: NamedInput.Fault?
    // What has no unit is taken whole.
    let hasUnit = (try? NamedInput(name: name, unit: nil))?.hasNoUnit != true
    for (value, unit) in hasUnit ? splits(text) : [] {
      do {
        return try NamedInput(name: name, unit: unit).set(value, in: &panel, row: row)
      } catch { fault = fault ?? error }
    }
    // No number stands at its beginning: a code, or nothing that could be read.
    do { try NamedInput(name: name, unit: nil).set(String(text), in: &panel, row: row) } catch {
      if let fault { throw fault }
      throw error.lacksUnit ? NamedInput.noNumber(text) : error
    }
  }

  /// A number, with the sign of a limit before it, and what stands behind it, longest number first.
  private static func splits(_ text: Substring) -> [(value: String, unit: String?)] {
    var found: [(value: String, unit: String?)] = []
    let start = text.firstIndex { !"<>=≤≥ ".contains($0) } ?? text.endIndex
    var end = start
    while end < text.endIndex, found.count < 100 {
      end = text.index(after: end)
      guard DecimalNumber.read(text[start..<end]) != nil else { continue }
      // More figures are no unit, not even where the unit is 1: 31 is not 3.
      if DecimalNumber.read(text[end...]) != nil { continue }
      let unit = text[end...].drop { $0 == " " }
      found.append((String(text[..<end]), unit.isEmpty ? nil : String(unit)))
    }
    return found.reversed()
  }
}

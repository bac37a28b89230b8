import Domain
import Engine
import Foundation
import Mechanism

/// The experiments of the table in words.
struct ExperimentWords {
  private let table: DataFile
  /// Names of the model's elements by id.
  private let names: [String: String]

  /// - Parameters:
  ///   - table: `experiments.csv`.
  ///   - model: whose elements have names.
  init(_ table: DataFile, model: Model) {
    self.table = table
    let named = model.species.map { ($0.id, $0.name) } + model.parameters.map { ($0.id, $0.name) }
    names = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// What is done in an experiment, item by item; nothing where the table does not hold it.
  func items(_ experiment: String) -> [Markdown] {
    let rows = table.rows.indices.filter { table.value($0, "experiment") == experiment }
    guard let row = rows.first else { return [] }
    func cell(_ column: String) -> String { table.value(row, column) }
    var items: [Markdown] = []
    let background = cell("background")
    let against = cell("against").isEmpty ? background : cell("against")
    let plasma =
      cell("context") == "held"
      ? "plasma held at the values of the background" : "plasma moves, so that the tissues talk"
    let base: Markdown =
      against == background ? "\(code: background)" : "\(code: background) against \(code: against)"
    items.append("Background: \(base); \(plasma)")
    if !cell("both").isEmpty { items.append("In both arms: \(changes(cell("both")))") }
    if !cell("habit").isEmpty { items.append("Changed, until all has settled: \(changes(cell("habit")))") }
    let sweep = cell("sweep")
    if !cell("clamp").isEmpty {
      items.append("Then, the slow states frozen: \(changes(cell("clamp")))")
    }
    if !cell("test").isEmpty {
      let when = cell("clamp").isEmpty ? "Changed, the slow states frozen" : "Changed on top of it"
      items.append("\(when): \(changes(cell("test")))")
    }
    if !sweep.isEmpty {
      let when = sweep.contains("*") ? "Swept, all settled at each step" : "Swept, the slow states frozen"
      items.append("\(when): \(self.sweep(sweep))")
    }
    let readouts = rows.map { row -> Markdown in
      let expected = table.value(row, "expected")
      return "\(name(table.value(row, "readout"))), expected \(expected)"
    }
    items.append("Read as \(cell("metric")): \(Markdown.joined(readouts, by: "; "))")
    return items
  }

  /// Changes, and names of sets of changes, that are divided by spaces.
  func changes(_ text: String) -> Markdown {
    let words = text.split(separator: " ").map { word -> Markdown in
      guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "*" }) else { return .code(String(word)) }
      let value = String(word[word.index(after: sign)...])
      let verb = word[sign] == "=" ? "set to" : "times"
      return "\(name(String(word[..<sign]))) \(verb) \(value)"
    }
    return .joined(words, by: ", ")
  }

  /// `a b * 0.4..2.5`: ids and the range.
  private func sweep(_ text: String) -> Markdown {
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "*" }) else { return Markdown(text: text) }
    let ids = text[..<sign].split(separator: " ").map { name(String($0)) }
    let range = text[text.index(after: sign)...].split(separator: "..").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let verb = text[sign] == "=" ? "from" : "times"
    return "\(.joined(ids, by: ", ")) \(verb) \(range.joined(separator: " to ")), 15 steps"
  }

  /// The name and the id of an element; an id that ends in `_x` stands for all tissues.
  func name(_ identifier: String) -> Markdown {
    let one = Change.expand(identifier).first ?? identifier
    var name = names[one] ?? ""
    for role in ["Input: ", "Switch: ", "Experiment: "] where name.hasPrefix(role) { name.removeFirst(role.count) }
    if one != identifier, let comma = name.lastIndex(of: ",") { name = name[..<comma] + ", in each tissue" }
    return name.isEmpty ? "\(code: identifier)" : "\(name) (\(code: identifier))"
  }
}

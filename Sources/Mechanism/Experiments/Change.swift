import Domain

/// One change of an input in an experiment: `raptor_m=0.1` sets, `amino_acids*1.5` multiplies.
///
/// `insulin` stands for the insulin of all three tissues, and an id that ends in `_x` for that of all three.
package struct Change: Hashable, Sendable {
  package enum Operation: Hashable, Sendable { case set, multiply }
  package let identifier: String
  package let operation: Operation
  package let value: Double

  /// Reads changes that are divided by spaces; nil where one is none.
  package static func parse(_ text: String) -> [Change]? {
    var changes: [Change] = []
    for word in text.split(separator: " ") {
      guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "*" }),
        sign > word.startIndex, let value = Double(word[word.index(after: sign)...]), value.isFinite
      else { return nil }
      for identifier in expand(String(word[..<sign])) {
        changes.append(Change(identifier: identifier, operation: word[sign] == "=" ? .set : .multiply, value: value))
      }
    }
    return changes
  }

  /// The ids that a name of the tables stands for.
  package static func expand(_ name: String) -> [String] {
    if name == "insulin" { return MechanismModel.insulinInputs }
    guard name.hasSuffix("_x") else { return [name] }
    return Tissue.allCases.map { "\(name.dropLast())\($0.suffix)" }
  }

  /// The value after the change.
  func applied(to value: Double) -> Double { operation == .set ? self.value : value * self.value }
}

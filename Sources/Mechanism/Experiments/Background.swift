import CResources
import Domain

/// A stated person on whom experiments are done, and what the experiment context needs besides: fat mass and glucose
/// from meals. Values and sources stand in `backgrounds.csv`; what it leaves out is the reference man's.
public struct Background: Sendable {
  /// How the tables call it.
  public let name: String
  let person: Person
  /// Fat mass relative to the lean reference, and glucose from meals relative to the reference turnover.
  let fatMass, mealGlucose: Double

  /// The reference man.
  static let reference = Background(
    name: "reference", person: ReferencePerson.shipped.male, fatMass: 1, mealGlucose: 0.4)

  /// All backgrounds of a table with the columns background, quantity and value.
  static func all(_ file: DataFile, reference: Person) -> [Background] {
    var names: [String] = []
    for row in file.rows.indices where !names.contains(file.value(row, "background")) {
      names.append(file.value(row, "background"))
    }
    return names.map { name in
      var given: [String: Double] = [:]
      for row in file.rows.indices where file.value(row, "background") == name {
        given[file.value(row, "quantity")] = Double(file.value(row, "value")) ?? .nan
      }
      let values = PopulationVariable.allCases.map { given[$0.analyte.name] ?? reference[$0] }
      let person = Person(
        sex: .male, age: given["age"] ?? reference.age, diabetes: given["diabetes"] == 1,
        dialysis: given["dialysis"] == 1 ? .haemodialysis : .none,
        gfr: given["egfr"] ?? reference.gfr, values: values)
      return Background(
        name: name, person: person, fatMass: given["fat_mass"] ?? 1, mealGlucose: given["meal_glucose"] ?? 0.4)
    }
  }

  /// The backgrounds that ship with this version.
  public static let shipped = all(DataFile(rheostat_backgrounds_csv()), reference: ReferencePerson.shipped.male)
}

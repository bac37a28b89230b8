import CResources
public import Domain

/// The lean, healthy person of each sex against whom everyone is compared; values and sources stand in
/// `Model/reference_person.csv`.
public struct ReferencePerson: Sendable {
  /// The reference woman.
  public let female: Person
  /// The reference man.
  public let male: Person

  /// Reads a table with the columns quantity, female and male.
  public init(_ file: DataFile) {
    func person(_ sex: Sex, _ column: String) -> Person {
      func value(_ quantity: String) -> Double {
        for row in file.rows.indices where file.value(row, "quantity") == quantity {
          return Double(file.value(row, column)) ?? .nan
        }
        return .nan
      }
      return Person(
        sex: sex, age: value("age"), diabetes: false, dialysis: .none, gfr: value("egfr"),
        values: PopulationVariable.allCases.map { value($0.analyte.name) })
    }
    female = person(.female, "female")
    male = person(.male, "male")
  }

  /// The reference that ships with this version.
  public static let shipped = ReferencePerson(DataFile(rheostat_reference_person_csv()))

  /// The reference of a sex.
  public subscript(_ sex: Sex) -> Person { sex == .female ? female : male }
}

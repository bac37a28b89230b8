import Engine
import Testing

/// Settings files in the format of the SBML Test Suite, and the tables that come of them.
struct SimulationSettingsTests {
  private static let text = """
    start: 0
    duration: 5
    steps: 2

    variables: A, k
    amount: A
    absolute: 1e-7
    relative: 0.0001
    """

  private func error(_ text: String) -> SettingsError? {
    do throws(SettingsError) {
      _ = try SimulationSettings(text: text)
      return nil
    } catch { return error }
  }

  @Test("Settings are read, with lines in any order and either line ending")
  func reading() throws {
    let settings = try SimulationSettings(text: Self.text)
    #expect(settings.times == [0, 2.5, 5] && settings.variables == ["A", "k"] && settings.amounts == ["A"])
    #expect(settings.absolute == 1e-7 && settings.relative == 1e-4 && settings.concentrations.isEmpty)
    let lines = Self.text.split(separator: "\n").reversed().joined(separator: "\r\n")
    #expect(try SimulationSettings(text: lines) == settings)
  }

  @Test("Errors name line and key")
  func errors() {
    func place(_ old: String, _ new: String) -> [String?] {
      let found = error(Self.text.split(separator: "\n").map { $0 == old ? new : String($0) }.joined(separator: "\n"))
      return [found?.line.map { "\($0)" }, found?.key]
    }
    #expect(place("steps: 2", "steps: two") == ["3", "steps"])
    #expect(place("steps: 2", "steps: 2.5") == ["3", "steps"])
    #expect(place("steps: 2", "") == [nil, "steps"])
    #expect(place("duration: 5", "duration: -5") == ["2", "duration"])
    #expect(place("duration: 5", "start: 0") == ["2", "start"])
    #expect(place("amount: A", "amount: B") == ["5", "amount"])
    #expect(place("amount: A", "colour: red") == ["5", "colour"])
    #expect(place("amount: A", "amount") == ["5", nil])
    #expect(place("variables: A, k", "variables:") == ["4", "variables"])
  }

  @Test("A table has the suite's layout")
  func table() throws {
    var text = ModelText()
    text.compartments = [("cell", 2)]
    text.species = [("A", 3)]
    text.parameters = [("k", 0)]
    text.reactions = [("leave", ["A"], [], "k * A")]
    let table = try TimeCourseTable(model: Model(text), settings: SimulationSettings(text: Self.text))
    #expect(table.csv == "time,A,k\n0.0,6.0,0.0\n2.5,6.0,0.0\n5.0,6.0,0.0\n")
    #expect(table.report.status == .completed)
  }
}

import Domain
import Testing

@Suite struct CivilDateTests {
  /// Days since 1970-01-01 from Python's datetime.date.toordinal() - 719163.
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2024-03-01", 19783), ("1900-03-01", -25508),
    ("2199-12-31", 84005),
  ])
  func countsDays(text: String, days: Int) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(date.dayNumber == days)
    #expect(date.iso == text)
    #expect(CivilDate(dayNumber: days) == date)
  }

  @Test func readsADateBeforeATime() {
    #expect(CivilDate(iso: "2024-03-01T08:30:00Z") == CivilDate(year: 2024, month: 3, day: 1))
    #expect(CivilDate(iso: "2024-03-01 08:30") == CivilDate(year: 2024, month: 3, day: 1))
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "01.02.2024", "", "2024-03-011",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }
}

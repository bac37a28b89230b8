import Domain
import Testing

@testable import Ingest

@Suite struct DateTextTests {
  @Test(arguments: [
    ("iso", "2024-03-05"), ("iso", "2024-03-05T10:11:12Z"), ("dd/mm/yyyy", "05/03/2024"), ("dd/mm/yyyy", "5/3/2024"),
    ("mm/dd/yyyy", "03/05/2024"), ("dd.mm.yyyy", "05.03.2024"), ("yyyymmdd", "20240305"),
  ])
  func readsTheFifthOfMarch(format: String, text: String) {
    let expected = CivilDate(year: 2024, month: 3, day: 5)
    #expect(withCell(text) { DateFormat(rawValue: format)?.read($0) } == expected)
  }

  /// 2023 is no leap year, June has 30 days, and no format is guessed from another.
  @Test(arguments: [
    ("iso", "2023-02-29"), ("iso", "05/03/2024"), ("iso", "2024-3-5"), ("dd/mm/yyyy", "31/06/2024"),
    ("dd/mm/yyyy", "05.03.2024"), ("mm/dd/yyyy", "13/05/2024"), ("dd/mm/yyyy", "05/03/24"), ("yyyymmdd", "2024030"),
    ("yyyymmdd", "2024-3-5"), ("dd.mm.yyyy", "..2024"), ("dd/mm/yyyy", "05/03/2024/1"),
  ])
  func refuses(format: String, text: String) {
    #expect(withCell(text) { DateFormat(rawValue: format)?.read($0) } == nil)
  }
}

import Domain
import Testing

@testable import Store

@Suite struct NameTableTests {
  private func place(_ name: String, in table: NameTable) -> Int? {
    Array(name.utf8).withUnsafeBufferPointer { table.place(of: $0) }
  }

  @Test func findsEveryAnalyteAndUnit() {
    let analytes = NameTable(AnalyteInfo.all.map(\.name))
    for (ordinal, info) in AnalyteInfo.all.enumerated() {
      #expect(place(info.name, in: analytes) == ordinal)
      let units = NameTable(info.units.map(\.unit))
      for (number, unit) in info.units.enumerated() { #expect(place(unit.unit, in: units) == number) }
    }
    #expect(place("glucosE", in: analytes) == nil)
    #expect(place("", in: analytes) == nil)
  }

  @Test func anEmptyNameIsAName() {
    let codes = NameTable(Covariate.sex.codes)
    #expect(place("", in: codes) == 0)
    #expect(place("male", in: codes) == 2)
    #expect(place("male", in: NameTable([])) == nil)
  }

  /// More names than any hash keeps apart in so few places.
  @Test func namesThatShareAPlaceAreToldApart() {
    let names = (0..<3000).map { "name \($0)" }
    let table = NameTable(names)
    for (number, name) in names.enumerated() { #expect(place(name, in: table) == number) }
    #expect(place("name 3000", in: table) == nil)
  }
}

import Domain
import Testing

@testable import Store

@Suite struct NameTableTests {
  private func place(_ name: String, in table: NameTable) -> Int? {
    Array(name.utf8).withUnsafeBytes { table.place(of: $0) }
  }

  @Test func findsEveryAnalyteAndUnit() {
    let analytes = NameTable(AnalyteInfo.all.map(\.name))
    let units = NameLists(AnalyteInfo.all.map { $0.units.map(\.unit) })
    for (ordinal, info) in AnalyteInfo.all.enumerated() {
      #expect(place(info.name, in: analytes) == ordinal)
      for (number, unit) in info.units.enumerated() {
        #expect(Array(unit.unit.utf8).withUnsafeBytes { units.place(of: $0, list: ordinal) } == number)
      }
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

  /// Names that agree in their first and last eight bytes, in all but one byte, or up to a byte of 0.
  @Test func namesThatAreAlikeAreToldApart() {
    let names = [
      "abcdefgh-one-ijklmnop", "abcdefgh-two-ijklmnop", "abcdefghijklmnop", "abcdefghjklmnop", "a", "\0a", "aa", "",
      "abcdefg", "abcdefgh", "abcdefgi",
    ]
    let table = NameTable(names)
    for (number, name) in names.enumerated() { #expect(place(name, in: table) == number) }
    #expect(place("abcdefgh-six-ijklmnop", in: table) == nil)
    #expect(place("\0\0a", in: table) == nil)
  }

  @Test func aNameHasItsOwnPlaceInEveryList() {
    let lists = NameLists([["a", "b"], ["b", "c", "b"], []])
    let places = (0..<3).map { list in
      ["a", "b", "c", "d"].map { name in Array(name.utf8).withUnsafeBytes { lists.place(of: $0, list: list) } }
    }
    #expect(places == [[0, 1, nil, nil], [nil, 0, 1, nil], [nil, nil, nil, nil]])
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct SyndromeRegistryTests {
  /// Column names as promised for patients.csv.
  @Test func listsTheDefinitions() {
    #expect(
      SyndromeRegistry.definitions.map(\.id) == [
        "mets_ncep_2005", "mets_idf_2005", "mets_harmonized_2009", "mets_who_1999", "mets_egir_1999", "mets_cds_2004",
        "mets_cds_2020",
      ])
    for definition in SyndromeRegistry.definitions { #expect(Set(definition.criteria.map(\.id)).count >= 4) }
    for definition in SyndromeRegistry.definitions.prefix(3) {
      #expect(definition.criteria.map(\.id) == ["waist", "triglyceride", "hdl", "blood_pressure", "glucose"])
      #expect(definition.source.contains("doi 10."))
    }
  }

  @Test func answersByDefinitionThenVisit() {
    var block = PanelBlock(
      visits: (0..<3).map { VisitIdentity(row: $0, patient: $0, ordinal: 1, day: nil, randomKey: 0) })
    block.age = [50, 17, 40]
    let values = SyndromeRegistry.evaluate(block)
    #expect(values.count == 7)
    #expect(values.allSatisfy { $0.count == 3 })
    #expect(values[1][2] == MetSIDF2005.evaluate(block[2]))
    #expect(SyndromeRegistry.evaluate(PanelBlock(visits: [])) == Array(repeating: [], count: 7))
  }
}

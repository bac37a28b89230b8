import CResources
import Domain
import Testing

@testable import Mechanism

@Suite struct ModelDataTests {
  @Test(arguments: MappingConstants.Name.allCases) func everyConstantIsInTheTable(name: MappingConstants.Name) {
    #expect(MappingConstants.shipped[name].isFinite)
  }

  @Test func tableHasNoConstantThatNothingReads() {
    let file = DataFile(rheostat_mapping_csv())
    #expect(file.rows.count == MappingConstants.Name.allCases.count)
  }

  @Test func everyRowNamesItsSource() {
    let files = [
      rheostat_mapping_csv(), rheostat_reference_person_csv(), rheostat_laboratory_error_csv(),
      rheostat_population_csv(), rheostat_population_correlation_csv(),
    ].map { DataFile($0) }
    for file in files {
      #expect(!file.rows.isEmpty)
      for row in file.rows.indices {
        #expect(file.rows[row].count == file.header.count, "\(file.rows[row])")
        #expect(!file.value(row, "source").isEmpty, "\(file.rows[row])")
      }
    }
  }

  @Test func referencePersonsAreComplete() {
    for person in [ReferencePerson.shipped.female, ReferencePerson.shipped.male] {
      #expect(person.values.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(person.age.isFinite)
      #expect(person.gfr.isFinite)
    }
  }

  @Test func shippedEnsembleIsComplete() {
    let ensemble = ParameterEnsemble.shipped
    #expect(ensemble.count >= 1)
    #expect(Set(ensemble.parameters).count == ensemble.parameters.count)
    #expect(ensemble.sets.allSatisfy { $0.allSatisfy(\.isFinite) })
  }
}

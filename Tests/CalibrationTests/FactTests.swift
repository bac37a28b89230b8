import Domain
import Mechanism
import Testing

@testable import calibrate

@Suite struct FactTests {
  private let file: DataFile
  private let facts: [Fact]
  init() throws {
    file = try ProjectFile.table("Calibration/facts.csv")
    facts = try Fact.all(file)
  }

  @Test func everyFactHasASourceAndSaysHowItIsKnown() {
    let provenances = [
      "read abstract", "read secondary source", "recalled", "recalled from the review",
      "computed from the published model",
    ]
    for row in file.rows.indices {
      #expect(file.rows[row].count == file.header.count, "\(file.rows[row])")
    }
    #expect(Set(facts.map(\.identifier)).count == facts.count)
    for fact in facts {
      #expect(!fact.source.isEmpty && !fact.group.isEmpty && !fact.title.isEmpty, "\(fact.identifier)")
      #expect(provenances.contains(fact.provenance), "\(fact.identifier)")
      #expect(["fit", "test", "conflict", "not modelled"].contains(fact.use), "\(fact.identifier)")
      // Why a fact is left out stands beside it.
      if !["fit", "test"].contains(fact.use) { #expect(!fact.note.isEmpty, "\(fact.identifier)") }
    }
  }

  /// Sizes of effects do not carry over from rodents and dishes to people.
  @Test func rodentsAndCellsAreDirectionsOnly() {
    for fact in facts where fact.species != "human" {
      #expect(["mouse", "rat", "cells"].contains(fact.species), "\(fact.identifier)")
      if case .value = fact.known { Issue.record("\(fact.identifier) has a value") }
    }
    #expect(facts.contains { $0.species != "human" })
  }

  /// F01 to F24 were given; what begins with G was found besides.
  @Test func atLeastFifteenBeyondThoseGiven() {
    let given = Set(facts.map(\.identifier).filter { $0.hasPrefix("F") }.map { $0.prefix { $0 != "." } })
    #expect(given.sorted() == (1...24).map { $0 < 10 ? "F0\($0)" : "F\($0)" }.map { $0[...] })
    #expect(facts.count { $0.identifier.hasPrefix("G") && $0.use == "fit" } >= 15)
  }

  /// A readout, an input or a background that the model lacks would stop the calibration.
  @Test func everyFactCanBeAsked() throws {
    let model = try ExperimentModel.shipped()
    #expect(throws: Never.self) { _ = try ConditionProblem(model, facts.map(\.comparison)) }
    for fact in facts where fact.comparison.measure == .halfEffect {
      guard case .value = fact.known else {
        Issue.record("\(fact.identifier): a half effect has no direction")
        continue
      }
    }
  }

  @Test(arguments: [
    "direction,sideways,", "value,,0.2", "value,0,0.2", "value,-1,0.2", "value,1.5,", "value,1.5,0", "ratio,1.5,0.2",
  ])
  func whatIsNoFactIsRefused(known: String) throws {
    let header = "id,context,background,readout,metric,kind,value,ln_sd\n"
    let text = header + "F01,held,healthy,akt_m,log2 ratio,\(known)\n"
    let file = Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) }
    #expect(throws: Fault.self) { _ = try Fact.all(file) }
  }

  @Test func aFactHasOneReadout() throws {
    let text =
      "id,context,background,readout,metric,kind,value,ln_sd\nF01,held,healthy,akt_x,log2 ratio,value,1.5,0.2\n"
    let file = Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) }
    let fault = #expect(throws: Fault.self) { _ = try Fact.all(file) }
    #expect(fault?.description.contains("F01") == true)
  }
}

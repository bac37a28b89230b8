import CResources
import CSBML
import Domain
import Engine
import Foundation
import Testing

@testable import Mechanism

@Suite struct MechanismModelTests {
  static var shippedText: String {
    let resource = rheostat_mtorc1_xml()
    return String(decoding: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self)
  }

  /// libSBML's own consistency check, units among it: neither errors nor warnings.
  @Test func consistencyCheckFindsNothing() throws {
    let document = try #require(readSBMLFromString(Self.shippedText))
    defer { SBMLDocument_free(document) }
    let found = SBMLDocument_checkConsistency(document)
    #expect(found == 0)
    for number in 0..<min(found, 5) {
      let error = SBMLDocument_getError(document, number)
      Issue.record("\(XMLError_getMessage(error).map { String(cString: $0) } ?? "")")
    }
  }

  /// Values of the file's own parameters.
  static let defaults: [String: Double] = {
    let model = try? Model(sbml: Array(shippedText.utf8), name: "mtorc1")
    return Dictionary(
      (model?.parameters ?? []).compactMap { one in one.value.map { (one.id, $0) } }, uniquingKeysWith: { a, _ in a })
  }()

  /// The links are the only way to the insulin response: with them given, only the insulin cascade is left to solve.
  @Test func onlyTheCascadeReachesTheResponse() throws {
    let model = try Model(sbml: Array(Self.shippedText.utf8), name: "mtorc1")
    let reach = ModelReach(
      model, variables: MechanismModel.readoutIdentifiers,
      cut: MechanismModel.insulinInputs + MechanismModel.linkIdentifiers)
    let left = model.species.map(\.id).filter { !reach.unreachedSpecies.contains($0) }
    let cascade = ["a", "m", "l"].flatMap { t in ["ir", "irs1_y", "irs1_s", "pi3k", "akt"].map { "\($0)_\(t)" } }
    #expect(left == cascade)
  }

  /// Giving the probe's own links to the cascade gives the probe's own response: nothing else is let in.
  @Test func linksCarryTheWholeProbe() throws {
    let model = try MechanismModel.shipped()
    let person = ReferencePerson.shipped.female
    var inputs = HabitualInputs.inputs(person, reference: person, variantB: true)
    inputs[.uraemicLoad] = 0.6
    inputs[.tnfAlpha] = 7
    inputs[.igf1Drive] = 1
    var probe = SolutionBatch(model.probe)
    probe.begin(count: 1)
    let values = Probe.inputs(person, habitual: inputs).values
    for place in values.indices { probe.set(place, 0, values[place]) }
    for place in MechanismModel.slowIdentifiers.indices { probe.set(values.count + place, 0, 0.3) }
    probe.solve()
    var linked = SolutionBatch(model.linked)
    linked.begin(count: 1)
    for (place, insulin) in [430.0, 100, 100].enumerated() { linked.set(place, 0, insulin) }
    for (place, link) in model.probeLinks.enumerated() { linked.set(3 + place, 0, probe.output(link, 0)) }
    linked.solve()
    for (tissue, name) in MechanismModel.readoutIdentifiers.enumerated() {
      let output = try #require(model.probe.outputs.firstIndex(of: name))
      let (own, fromLinks) = (probe.output(output, 0), linked.output(model.linkedReadouts[tissue], 0))
      #expect(abs(own - fromLinks) < 1e-9)
    }
  }

  @Test func aModelWithoutTheLinksIsRefusedByName() throws {
    let text = Self.shippedText.replacing("link_capacity_m", with: "link_other_m")
    let model = try Model(sbml: Array(text.utf8), name: "mtorc1")
    let error = #expect(throws: EngineError.self) { _ = try MechanismModel(model) }
    #expect(error?.element == "link_capacity_m")
  }
}

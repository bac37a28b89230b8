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

  /// Each program is given those parameters of the ensemble that reach its outputs, and no others.
  @Test func programsTakeOnlyTheParametersInReach() throws {
    let model = try MechanismModel.shipped()
    let cascade = [
      "K_ir", "K_y", "w_igf", "K_pi3k", "K_akt", "keto_gain", "K_glut4", "K_rac1", "suppression_max", "K_output",
      "K_lipolysis",
    ]
    let linked = Set(model.linked.columns.map { model.parameters[$0] })
    #expect(!linked.isEmpty)
    #expect(linked.allSatisfy { id in cascade.contains { id.hasPrefix($0) } })
    // Moving a parameter moves an output of a program only if it is among its inputs; weights of links reach the links.
    let probe = Set(model.probe.columns.map { model.parameters[$0] })
    let habitual = Set(model.habitual.columns.map { model.parameters[$0] })
    #expect(probe.contains("w_lipid_m") && habitual.contains("w_lipid_m") && !linked.contains("w_lipid_m"))
    #expect(!probe.contains("synthesis_basal_m") && !habitual.contains("synthesis_basal_m"))
  }

  /// Giving the probe's own links to the cascade gives the probe's own response: nothing else is let in.
  @Test func linksCarryTheWholeProbe() throws {
    let person = ReferencePerson.shipped.female
    var plasma = HabitualInputs.inputs(person, reference: person, variantB: true)
    plasma[.uraemicLoad] = 0.6
    plasma[.tnfAlpha] = 7
    plasma[.igf1Drive] = 1
    let inputs = Probe.inputs(person, habitual: plasma)
    let model = try Model(sbml: Array(Self.shippedText.utf8), name: "mtorc1")
    let slow = MechanismModel.slowIdentifiers
    let probe = try SteadyStateProgram(
      model: model, inputs: PlasmaInputs.Input.allCases.map(\.identifier) + slow, clamped: ["insulin"],
      wanted: MechanismModel.linkIdentifiers + MechanismModel.readoutIdentifiers)
    let own = probe.solve(cases: [inputs.values + slow.map { _ in 0.3 }]).values(0)
    let linked = try MechanismModel(model).linked.program
    let links = own.prefix(MechanismModel.linkIdentifiers.count)
    let fromLinks = linked.solve(cases: [[430.0, 100, 100] + links]).values(0)
    #expect(fromLinks.count == 3)
    for (one, other) in zip(own.dropFirst(links.count), fromLinks) { #expect(abs(one - other) < 1e-9) }
  }

  @Test func aModelWithoutTheLinksIsRefusedByName() throws {
    let text = Self.shippedText.replacing("link_capacity_m", with: "link_other_m")
    let model = try Model(sbml: Array(text.utf8), name: "mtorc1")
    let error = #expect(throws: EngineError.self) { _ = try MechanismModel(model) }
    #expect(error?.element == "link_capacity_m")
  }

  @Test func anEnsembleOfOtherParametersIsRefusedByName() throws {
    let model = try Model(sbml: Array(Self.shippedText.utf8), name: "mtorc1")
    let error = #expect(throws: EngineError.self) { _ = try MechanismModel(model, parameters: ["K_ir_m", "no_such"]) }
    #expect(error?.element == "no_such")
  }
}

import Foundation
import Testing

@testable import Engine

/// Hand-written documents of Level 2 Versions 4 and 5 and Level 3 Version 1, for what differs between the levels: values
/// at the start and at rest are libRoadRunner's (Tests/Oracles/levels.py).
struct LevelTests {
  private static let documents = [
    "l2v4-defaults", "l2v4-stoichiometry-math", "l2v4-types-and-units", "l2v5-amounts", "l3v1-amounts",
  ]

  private func model(_ name: String) throws -> Model {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/levels")
    return try Model(sbml: [UInt8](Data(contentsOf: folder.appendingPathComponent(name + ".xml"))), name: name)
  }

  @Test("Starts and steady states are libRoadRunner's", arguments: documents)
  func values(name: String) throws {
    let model = try model(name)
    var lowering = Lowering(model: model, inputs: [:], initialInputs: [:], held: [])
    let program = try SteadyStateProgram(model: model, inputs: [])
    let solutions = program.solve([[]])
    #expect(solutions.certificates[0].status == .certified)
    let rows = try fixture("levels/levels.csv").filter { $0.hasPrefix(name + ",") }
    #expect(rows.count >= 2)
    for row in rows {
      let cells = row.split(separator: ",")
      let id = String(cells[1])
      let (start, end) = (try #require(Double(cells[2])), try #require(Double(cells[3])))
      let node = try lowering.value(of: id, .initial)
      let first = try #require(lowering.graph.constantValue(node))
      #expect(agree(first, start, 1e-15), "\(id) starts at \(first)")
      if program.outputs.contains(id) {
        #expect(agree(solutions.value(id), end, 1e-11), "\(id) rests at \(solutions.value(id))")
      } else {
        #expect(start == end)
      }
    }
  }

  @Test("Level 2 has defaults, Level 3 has none")
  func defaults() throws {
    let model = try model("l2v4-defaults")
    #expect(model.compartments[0].spatialDimensions == 3 && model.compartments[0].isConstant)
    let species = try #require(model.species.first)
    #expect(!species.isBoundary && !species.isConstant && !species.hasOnlySubstanceUnits)
    #expect(model.parameters.map(\.isConstant) == [true, false])
    #expect(model.reactions[0].products[0].stoichiometry == 1 && model.reactions[0].localParameters[0].isConstant)
    #expect(try self.model("l2v5-amounts").compartments[0].size == nil)
    #expect(try self.model("l3v1-amounts").reactions[1].products[0].stoichiometry == nil)
  }

  @Test("The csymbol time is read in Level 2, and is 0 at the start")
  func time() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="clock">
      <listOfParameters><parameter id="p" constant="false"/></listOfParameters><listOfRules>
      <assignmentRule variable="p"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><plus/><cn>3</cn>\
      <csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol></apply></math>\
      </assignmentRule></listOfRules></model></sbml>
      """
    let model = try Model(sbml: Array(xml.utf8), name: "test")
    #expect(model.rules[0].math == .apply(.plus, [.number(3), .time]))
    var lowering = Lowering(model: model, inputs: [:], initialInputs: [:], held: [])
    let node = try lowering.value(of: "p", .initial)
    #expect(lowering.graph.constantValue(node) == 3)
  }

  @Test("Level 3 Version 1 asks for fast, as its specification does")
  func fastRequired() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/levels")
    let text = try String(contentsOf: folder.appendingPathComponent("l3v1-amounts.xml"), encoding: .utf8)
    let changed = text.replacing(
      "id=\"feed\" reversible=\"false\" fast=\"false\"", with: "id=\"feed\" reversible=\"false\"")
    #expect(changed != text)
    do throws(EngineError) {
      _ = try Model(sbml: Array(changed.utf8), name: "test")
      Issue.record("read")
    } catch { #expect(error.code == .invalidSBML && error.line == 28) }
  }
}

/// The cases of the SBML Test Suite beside the package: all are inside the subset, so all are read.
@Suite(.enabled(if: !suiteDocuments.isEmpty, "the SBML Test Suite is not here"))
struct SuiteReadingTests {
  @Test("Every case is read")
  func read() throws {
    for file in suiteDocuments {
      let bytes = [UInt8](try Data(contentsOf: file))
      do throws(EngineError) { _ = try Model(sbml: bytes, name: "test") } catch {
        Issue.record("\(file.lastPathComponent): \(error)")
      }
    }
  }
}

private let suiteDocuments: [URL] = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = package.deletingLastPathComponent().appendingPathComponent("shared/data/sbml_test_suite")
  func contents(_ folder: URL) -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }
  return contents(folder).sorted { $0.path < $1.path }.flatMap { contents($0).filter { $0.pathExtension == "xml" } }
}()

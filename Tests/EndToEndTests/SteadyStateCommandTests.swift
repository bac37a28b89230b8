import Foundation
import Testing

/// `rheostat sbml steady`, as a user runs it.
struct SteadyStateCommandTests {
  private static let tissues = Tool.package.appending(path: "Tests/EngineTests/Fixtures/three-tissues.xml").path

  private struct Peer: Decodable {
    struct Case: Decodable {
      let inputs: [Double]
      let values: [Double]
    }
    let inputs: [String]
    let outputs: [String]
    let cases: [Case]
  }

  private func peer() throws -> Peer {
    let path = Tool.package.appending(path: "Tests/EngineTests/Fixtures/three-tissues.json")
    return try JSONDecoder().decode(Peer.self, from: Data(contentsOf: path))
  }

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rheostat-sbml-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("One case, as JSON, with the values of libRoadRunner")
  func single() throws {
    let peer = try peer()
    let known = peer.cases[0]
    let settings = zip(peer.inputs, known.inputs).flatMap { ["--set", "\($0)=\($1)"] }
    let run = try Tool.run(["sbml", "steady", Self.tissues, "--json"] + settings)
    #expect(run.code == 0)
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let state = try #require((report["states"] as? [[String: Any]])?.first)
    #expect(state["status"] as? String == "certified")
    #expect((state["largest_real_part"] as? Double ?? 0) < 0)
    let species = try #require(state["species"] as? [String: Double])
    let variables = try #require(state["variables"] as? [String: Double])
    for (id, value) in zip(peer.outputs, known.values) {
      let computed = try #require(species[id] ?? variables[id])
      #expect(abs(computed - value) <= 1e-6 * abs(value), "\(id)")
    }
  }

  @Test("A table in, a table out: a row a case, in order, and bad rows say so")
  func table() throws {
    let peer = try peer()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = peer.inputs.joined(separator: ",") + "\n"
    for item in peer.cases { text += item.inputs.map { "\($0)" }.joined(separator: ",") + "\n" }
    text += "50,high,1,1\n50,1,1\n"
    let input = folder.appending(path: "in.csv").path
    try Data(text.utf8).write(to: URL(filePath: input))
    var outputs: [String] = []
    for threads in ["1", "2"] {
      let out = folder.appending(path: "out\(threads).csv").path
      let run = try Tool.run(["sbml", "steady", Self.tissues, "--batch", input, "--out", out, "--threads", threads])
      #expect(run.code == 0)
      #expect(run.errors.contains("60 certified, 2 invalid_input"))
      #expect(run.errors.contains("line 62: tnf is \"high\", not a number."))
      #expect(run.errors.contains("line 63"))
      outputs.append(try String(contentsOfFile: out, encoding: .utf8))
    }
    #expect(outputs[0] == outputs[1])
    let lines = outputs[0].split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 63)
    #expect(lines[0].last == "status")
    for (item, known) in peer.cases.enumerated() {
      let row = lines[item + 1]
      #expect(row.last == "certified")
      for (id, value) in zip(peer.outputs, known.values) {
        guard let column = lines[0].firstIndex(of: id) else { continue }
        #expect(abs((Double(row[column]) ?? .nan) - value) <= 1e-6 * abs(value), "\(id) of row \(item)")
      }
    }
    #expect(lines[61].last == "invalid_input" && lines[61].dropLast().allSatisfy(\.isEmpty))
    let strict = try Tool.run(
      ["sbml", "steady", Self.tissues, "--batch", input, "--out", folder.path + "/s.csv", "--strict", "--quiet"])
    #expect(strict.code == 1 && strict.errors.isEmpty)
    let over = try Tool.run(["sbml", "steady", Self.tissues, "--batch", input, "--out", input])
    #expect(over.code == 64 && over.errors.contains("take the place of an input"))
  }

  @Test("A clamped species keeps the value of its column")
  func clampedColumn() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("IR_m\n0.05\n0.5\n".utf8).write(to: folder.appending(path: "in.csv"))
    let out = folder.path + "/out.csv"
    let run = try Tool.run(
      ["sbml", "steady", Self.tissues, "--clamp", "IR_m", "--batch", folder.path + "/in.csv", "--out", out])
    #expect(run.code == 0)
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    let column = try #require(lines[0].firstIndex(of: "IR_m"))
    #expect(lines[1][column] == "0.05" && lines[2][column] == "0.5")
  }

  @Test("No state: no number, and exit code 1")
  func noState() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/growing.xml"
    let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>1</cn></math>"
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="growing">
      <listOfParameters><parameter id="x" value="2" constant="false"/></listOfParameters>
      <listOfRules><rateRule variable="x">\(math)</rateRule></listOfRules></model></sbml>
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    let run = try Tool.run(["sbml", "steady", path])
    #expect(run.code == 1)
    #expect(run.output.contains("No state was found") || run.output.contains("not isolated"))
    #expect(!run.output.contains("Variables"))
  }

  @Test(
    "What cannot be meant is refused, with the code for whose mistake it is",
    arguments: [
      (["--set", "nobody=1"], Int32(64), "nobody"), (["--set", "tnf"], 64, "no value"),
      (["--set", "tnf=1", "--set", "tnf=2"], 64, "twice"), (["--clamp", "tnf=1"], 64, "tnf"),
      (["--set", "glut_a=1"], 64, "rule computes it"), (["--batch", "in.csv"], 64, "go together"),
      (["--search", "0"], 64, "1 to 1000000"), (["--json", "--batch", "a", "--out", "b"], 64, "single case"),
    ])
  func refusals(arguments: [String], code: Int32, text: String) throws {
    let run = try Tool.run(["sbml", "steady", Self.tissues] + arguments)
    #expect(run.code == code)
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("Files that are not there, or no model")
  func files() throws {
    #expect(try Tool.run(["sbml", "steady", "/nowhere/model.xml"]).code == 66)
    #expect(try Tool.run(["sbml", "steady", Tool.package.path + "/README.md"]).code == 65)
    #expect(try Tool.run(["sbml", "steady", Tool.package.path]).code == 65)
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("insulin,nobody\n1,2\n".utf8).write(to: folder.appending(path: "in.csv"))
    let run = try Tool.run(
      ["sbml", "steady", Self.tissues, "--batch", folder.path + "/in.csv", "--out", folder.path + "/out.csv"])
    #expect(run.code == 65 && run.errors.contains("line 1, column 2"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.csv"))
  }
}

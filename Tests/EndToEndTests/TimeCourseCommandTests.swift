import Foundation
import Testing

/// `rheostat sbml run`, as a user runs it.
struct TimeCourseCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rheostat-course-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// x' = rate of x, from 1, as MathML.
  private func model(_ rate: String) throws -> String {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="one">
      <listOfParameters><parameter id="x" value="1" constant="false"/></listOfParameters>
      <listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">\(rate)</math></rateRule>
      </listOfRules></model></sbml>
      """
    return try write(text, "model.xml")
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private let decay = "<apply><minus/><ci>x</ci></apply>"
  private let settings =
    "start: 0\nduration: 2\nsteps: 4\nvariables: x\namount:\nconcentration:\nabsolute: 1e-7\nrelative: 1e-4\n"

  @Test("A decay, in the layout of the suite's results")
  func decays() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.path + "/out.csv"
    let run = try Tool.run(
      ["sbml", "run", model(decay), "--settings", write(settings, "settings.txt"), "--out", out])
    #expect(run.code == 0 && run.output.isEmpty && run.errors.hasPrefix("run: 5 times, 1 columns"))
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[0] == ["time", "x"])
    #expect(lines.count == 6)
    for (row, line) in lines.dropFirst().enumerated() {
      #expect(Double(line[0]) == Double(row) / 2)
      #expect(abs((Double(line[1]) ?? .nan) - exp(-Double(row) / 2)) < 1e-6)
    }
  }

  @Test("A solution that ends in a singularity is an error that says where, and nothing is written")
  func singularity() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    // x' = x^2 from 1: x = 1 / (1 - t) ends at t = 1.
    let out = folder.path + "/out.csv"
    let run = try Tool.run(
      [
        "sbml", "run", model("<apply><times/><ci>x</ci><ci>x</ci></apply>"), "--settings",
        write(settings, "settings.txt"), "--out", out,
      ])
    #expect(run.code == 65)
    #expect(run.errors.contains("cannot be followed beyond time") && run.errors.contains("of 2.0"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test(
    "Settings that cannot be meant are refused with line and key",
    arguments: [
      ("duration: 2\nsteps: 4\nvariables: x\n", "start: missing"), ("start: 0\nsteps: many\n", "line 2: steps"),
      ("start: 0\nduration: 2\nsteps: 4\nvariables: nobody\n", "nobody"), ("start 0\n", "line 1"),
    ])
  func settings(text: String, message: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let complete = text.contains("variables") ? text : text + "duration: 2\nvariables: x\n"
    let run = try Tool.run(
      [
        "sbml", "run", model(decay), "--settings", write(complete, "settings.txt"), "--out", folder.path + "/out.csv",
      ])
    #expect(run.code == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("What is outside the subset is refused with element and line")
  func refusals() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try model(decay)
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "</model>",
      with: "<listOfEvents>\n<event id=\"burst\" useValuesFromTriggerTime=\"true\"></event></listOfEvents></model>")
    let run = try Tool.run(
      [
        "sbml", "run", write(text, "event.xml"), "--settings", write(settings, "settings.txt"), "--out",
        folder.path + "/out.csv",
      ])
    #expect(run.code == 65)
    #expect(run.errors.contains("line 6") && run.errors.contains("event burst"), "\(run.errors)")
    let missing = try Tool.run(["sbml", "run", path, "--settings", "/nowhere", "--out", folder.path + "/out.csv"])
    #expect(missing.code == 66)
  }
}

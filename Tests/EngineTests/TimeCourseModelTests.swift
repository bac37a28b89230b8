import Engine
import Foundation
import Testing

/// What courses make of a model's constructs, and how failures are told. Expected values are analytic.
struct TimeCourseModelTests {
  private func follow(
    _ text: ModelText, _ outputs: [TimeCourseProgram.Quantity], times: [Double], inputs: [String] = [],
    rows: [[Double]] = [[]], options: TimeCourseOptions = .init()
  ) throws -> Courses {
    try TimeCourseProgram(model: Model(text), inputs: inputs, outputs: outputs, options: options)
      .follow(rows, times: times)
  }

  @Test("In a compartment that grows, reactions change amounts and concentrations are diluted, on the boundary too")
  func dilution() throws {
    // size' = 1; A -> B at size * A * k = k * amount: amounts 2 exp(-k t) and 2 - that; boundary species keep 2.
    var text = ModelText()
    text.compartments = [("cell", 2)]
    text.species = [("A", 1), ("B", 0)]
    text.boundary = [("F", 1)]
    text.parameters = [("k", 0.7)]
    text.rateRules = [("cell", "1")]
    text.reactions = [("turn", ["A"], ["B"], "k * A * cell")]
    let courses = try follow(
      text,
      [.amount("A"), .value("A"), .concentration("B"), .value("F"), .amount("F"), .value("turn"), .value("cell")],
      times: [0, 3])
    let left = 2 * exp(-2.1)
    for (quantity, expected) in zip(
      courses.program.outputs, [left, left / 5, (2 - left) / 5, 2.0 / 5, 2, 0.7 * left, 5])
    {
      #expect(agree(courses.course(quantity)[1], expected, 1e-6), "\(quantity)")
    }
  }

  @Test("A conserved moiety in a compartment of changing size comes to rest where its amounts balance")
  func movingMoiety() throws {
    // size' = 6 - 2 size rests at 3. A <-> B with rates of amounts k A size and 2 k B size: B = A / 2, A + B = 12 / 3.
    var text = ModelText()
    text.compartments = [("cell", 4)]
    text.species = [("A", 3), ("B", 0)]
    text.parameters = [("k", 0.7)]
    text.rateRules = [("cell", "6 - 2 * cell")]
    text.reactions = [("turn", ["A"], ["B"], "k * A * cell"), ("back", ["B"], ["A"], "2 * k * B * cell")]
    let rest = try SteadyStateProgram(model: Model(text), inputs: []).solve([[]])
    #expect(rest.certificates[0].status == .certified)
    #expect(agree(rest.value("A"), 8.0 / 3, 1e-12) && agree(rest.value("B"), 4.0 / 3, 1e-12))
    #expect(agree(try follow(text, [.value("A")], times: [40]).course("A")[0], 8.0 / 3, 1e-6))
  }

  @Test("rateOf is the rate of what the id means, in courses and in steady states")
  func rateOf() throws {
    func rate(_ id: String) -> String {
      "<apply><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/rateOf\">rateOf</csymbol>"
        + "<ci>\(id)</ci></apply>"
    }
    func rule(_ id: String, _ math: String) -> String {
      "<assignmentRule variable=\"\(id)\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(math)</math></assignmentRule>"
    }
    var text = ModelText()
    text.compartments = [("cell", 2)]
    text.species = [("A", 1)]
    text.parameters = [("k", 0.5), ("still", 3), ("x", 0), ("y", 0), ("z", 0)]
    text.rateRules = [("cell", "1")]
    text.reactions = [("leave", ["A"], [], "k * A * cell")]
    text.assignments = [("x", "0"), ("y", "0"), ("z", "0")]
    // The text writer knows no rateOf: its rules are put in by hand.
    func model(_ x: String, _ y: String, _ z: String) throws -> Model {
      var xml = text.xml
      for (id, target) in [("x", x), ("y", y), ("z", z)] {
        xml = xml.replacingOccurrences(of: rule(id, "<cn>0</cn>"), with: rule(id, rate(target)))
      }
      return try Model(sbml: Array(xml.utf8), name: "test")
    }
    // A = 2 exp(-t/2) / (2 + t), so A' = -A (1/2 + 1 / (2 + t)).
    let program = try TimeCourseProgram(
      model: model("A", "cell", "still"), inputs: [], outputs: [.value("A"), .value("x"), .value("y"), .value("z")])
    let courses = program.follow(times: [0, 2])
    for (place, time) in courses.times.enumerated() {
      #expect(agree(courses.course("x")[place], -courses.course("A")[place] * (0.5 + 1 / (2 + time)), 1e-9))
    }
    #expect(courses.course("y") == [1, 1] && courses.course("z") == [0, 0])
    #expect(throws: EngineError.self, "x is set by an assignment rule") { _ = try model("A", "x", "still") }

    text.rateRules = []
    text.reactions.append(("feed", [], ["A"], "3 * cell"))
    let rest = try SteadyStateProgram(model: model("A", "k", "still"), inputs: []).solve([[]])
    #expect(agree(rest.value("A"), 6, 1e-12) && abs(rest.value("x")) < 1e-12)
  }

  @Test("Rates that jump in time are followed across the jump")
  func jump() throws {
    var text = ModelText()
    text.parameters = [("x", 0), ("on", 1.5), ("off", 4)]
    text.rateRules = [("x", "gt(time, on) * (1 - gt(time, off))")]
    let courses = try follow(
      text, [.value("x")], times: [1, 1.5, 2, 4, 6], inputs: ["on"], rows: [[1.5], [0.25], [3.875]])
    for (item, on) in [1.5, 0.25, 3.875].enumerated() {
      #expect(courses.reports[item].status == .completed)
      for (time, value) in zip(courses.times, courses.course("x", item)) {
        #expect(abs(value - max(0, min(time, 4) - on)) < 1e-6, "on \(on), time \(time): \(value)")
      }
    }
  }

  @Test("Inputs clamp species, move initial assignments, and take the place of rules")
  func inputs() throws {
    var text = ModelText()
    text.species = [("A", 1), ("B", 0)]
    text.parameters = [("k", 1), ("j", 0)]
    text.initialAssignments = [("B", "2 * j")]
    text.reactions = [("feed", [], ["B"], "k * A")]
    let courses = try follow(
      text, [.value("A"), .value("B")], times: [2], inputs: ["A", "j"], rows: [[3, 0], [5, 1]])
    #expect(agree(courses.course("B", 0)[0], 6, 1e-12) && agree(courses.course("B", 1)[0], 12, 1e-12))
    #expect(courses.course("A", 1) == [5])
  }

  @Test("A matrix that needs pivots chosen by value is solved all the same")
  func pivoting() throws {
    // All of 60 variables in all rates: beyond the symbolic elimination. With s the sum, s' = -60 s and x' = -s.
    var text = ModelText()
    let names = (0..<60).map { "x\($0)" }
    text.parameters = names.map { ($0, 1) }
    let sum = names.joined(separator: " * 1 + ")
    text.rateRules = names.enumerated().map { ($1, "-(\(sum)) * (1 + 0 * x\($0))") }
    let courses = try follow(text, [.value("x7")], times: [0, 0.01, 0.1])
    for (time, value) in zip(courses.times, courses.course("x7")) {
      #expect(abs(value - exp(-60 * time)) < 1e-6, "\(time): \(value)")
    }
  }

  @Test("What cannot be followed says so, and times not reached are not numbers")
  func failures() throws {
    var text = ModelText()
    text.parameters = [("x", 1), ("k", 1)]
    text.rateRules = [("x", "k * x * x")]
    // x = 1 / (1 - k t) ends at 1 / k.
    let courses = try follow(
      text, [.value("x")], times: [0, 0.5, 2], inputs: ["k"], rows: [[1], [.nan], [-1], [0.25]])
    #expect(courses.reports.map(\.status) == [.stepTooSmall, .notFinite, .completed, .completed])
    #expect(agree(courses.course("x", 0)[1], 2, 1e-6) && courses.course("x", 0)[2].isNaN)
    #expect(agree(courses.course("x", 2)[2], 1.0 / 3, 1e-6) && agree(courses.course("x", 3)[2], 2, 1e-6))
    #expect(abs(courses.reports[0].time - 1) < 1e-5)
    var options = TimeCourseOptions()
    options.stepLimit = 3
    let cut = try follow(text, [.value("x")], times: [0.5], options: options)
    #expect(cut.reports[0].status == .tooManySteps && cut.course("x")[0].isNaN)
    options.relativeTolerance = 0
    #expect(throws: EngineError.self) { _ = try follow(text, [], times: [1], options: options) }
    #expect(throws: EngineError.self) { _ = try follow(text, [.amount("x")], times: [1]) }
  }
}

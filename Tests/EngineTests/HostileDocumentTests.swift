import Engine
import Testing

/// Documents that are small and would take a reader without end of time or stack.
struct HostileDocumentTests {
  private func error(_ xml: String) -> EngineError? {
    do throws(EngineError) {
      _ = try Model(sbml: Array(xml.utf8), name: "test")
      return nil
    } catch { return error }
  }

  /// A chain of assignment rules, which libSBML's own search for cycles does not finish in a lifetime.
  private func chain(_ count: Int, first: String) -> ModelText {
    var text = ModelText()
    text.parameters = (0..<count).map { ("p\($0)", 0) }
    text.assignments = (0..<count).map { ("p\($0)", $0 == 0 ? first : "p\($0 - 1) + 1") }
    return text
  }

  @Test("2,000 rules in a chain are read, and closed to a ring are refused")
  func rules() throws {
    #expect(try Model(chain(2_000, first: "1")).rules.count == 2_000)
    let error = error(chain(2_000, first: "p1999").xml)
    #expect(error?.code == .invalidSBML && error?.element == "rule for p0" && error?.line == 2)
  }

  @Test("2,000 initial assignments in a chain are read, and closed to a ring are refused")
  func initialAssignments() throws {
    var text = chain(2_000, first: "1")
    text.initialAssignments = text.assignments.map { (symbol: $0.variable, math: $0.math) }
    text.assignments = []
    #expect(try Model(text).initialAssignments.count == 2_000)
    text.initialAssignments[0].math = "p1999"
    #expect(error(text.xml)?.element == "initialAssignment p0")
  }

  @Test("2,000 functions in a chain are read, and closed to a ring are refused")
  func functions() throws {
    var text = ModelText()
    text.functions = (0..<2_000).map { ("f\($0)", ["x"], $0 == 0 ? "x" : "f\($0 - 1)(x) + f\($0 - 1)(x)") }
    #expect(try Model(text).functionDefinitions.count == 2_000)
    text.functions[0].body = "f1999(x)"
    #expect(error(text.xml)?.element == "functionDefinition f0")
  }

  @Test("Chains too long to be compiled are refused with the limit")
  func compiling() throws {
    // The last rule first: in the other order each would find the one before it done.
    func backwards(_ count: Int) -> ModelText {
      var text = chain(count, first: "1")
      text.assignments.reverse()
      return text
    }
    let short = try SteadyStateProgram(model: Model(backwards(400)), inputs: [])
    #expect(short.solve([[]]).value("p399") == 400)
    let long = try Model(backwards(2_000))
    do throws(EngineError) {
      _ = try SteadyStateProgram(model: long, inputs: [])
      Issue.record("compiled")
    } catch {
      #expect(error.code == .unsupported && error.line == 2 && error.message.contains("1000 levels"))
    }
  }

  @Test("A sum of 1,900 terms is read flat; more terms on one path, nested or not, are refused")
  func wide() throws {
    func text(_ math: String) -> String {
      var text = ModelText()
      text.parameters = [("p", 0)]
      text.assignments = [("p", "MARK")]
      return text.xml.replacing("<ci>MARK</ci>", with: math)
    }
    func sum(_ count: Int, first: String = "") -> String {
      "<apply><plus/>" + first + String(repeating: "<cn>1</cn>", count: count) + "</apply>"
    }
    let model = try Model(sbml: Array(text(sum(1_900)).utf8), name: "test")
    #expect(try SteadyStateProgram(model: model, inputs: []).solve([[]]).value("p") == 1_900)
    let limited = [
      sum(200_000), sum(1_500, first: sum(1_500)),
      String(repeating: "<apply><plus/>", count: 20)
        + (0..<20).map { _ in String(repeating: "<cn>1</cn>", count: 150) + "</apply>" }.joined(),
    ]
    for math in limited {
      let error = error(text(math))
      #expect(error?.element == "math" && error?.message.contains("2000 operands") == true)
    }
    let many = String(repeating: "<math>" + sum(1_000) + "</math>", count: 30)
    #expect(error("<sbml>\n\(many)</sbml>")?.message.contains("all expressions together") == true)
  }

  @Test("Too many elements, attributes or notes are refused with the limit")
  func counts() {
    let start =
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\"><model id=\"m\""
    func list(_ count: Int) -> String {
      let parameters = (0..<count).map { "<parameter id=\"p\($0)\" constant=\"true\"/>" }.joined()
      return "\(start)><listOfParameters>\(parameters)</listOfParameters></model></sbml>"
    }
    #expect(error(list(1_000)) == nil)
    #expect(error(list(20_001))?.element == "model" && error(list(20_001))?.message.contains("at most 20000") == true)
    let references = String(repeating: "<modifierSpeciesReference species=\"X\"/>", count: 50_001)
    let reaction =
      "<listOfReactions><reaction id=\"r\" reversible=\"false\"><listOfModifiers>\(references)</listOfModifiers>"
      + "</reaction></listOfReactions>"
    #expect(error("\(start)>\(reaction)</model></sbml>")?.message.contains("at most 50000") == true)
    let note = "<notes><body xmlns=\"http://www.w3.org/1999/xhtml\">"
    func notes(_ count: Int) -> String {
      "\(start)>\(note)\(String(repeating: "<p>a</p>", count: count))</body></notes></model></sbml>"
    }
    #expect(error(notes(1_000)) == nil)
    #expect(error(notes(50_000))?.element == "annotation" && error(notes(50_000))?.line == 1)
    let attributes = (0..<101).map { " xmlns:a\($0)=\"urn:a\"" }
    #expect(error("\(start)\(attributes.dropFirst().joined())></model></sbml>")?.message.contains("attributes") == true)
    #expect(error("\(start)\(attributes.dropFirst(3).joined())></model></sbml>") == nil)
    let elements = String(repeating: "<event/>", count: 200_000)
    #expect(error("\(start)>\(elements)</model></sbml>")?.message.contains("200000 elements") == true)
  }
}

import Testing

@testable import Engine

/// MathML from the document to the number, for everything that SBML's subset has.
struct MathematicsTests {
  /// The value of one MathML expression of x and y, which are inputs so that nothing is computed on compiling.
  private func value(_ math: String, x: Double = 0, y: Double = 0) throws -> Double {
    var text = ModelText()
    text.parameters = [("x", 0), ("y", 0), ("p", 0)]
    text.assignments = [("p", "MARK")]
    let xml = text.xml.replacing("<ci>MARK</ci>", with: math)
    let model = try Model(sbml: Array(xml.utf8), name: "test")
    var lowering = Lowering(model: model, inputs: ["x": 0, "y": 1], initialInputs: [:], held: [])
    let node = try lowering.value(of: "p", .current)
    return evaluate([node], lowering.graph, [x, y])[0]
  }

  @Test("Every operator, constant and number has libRoadRunner's value")
  func operators() throws {
    // Tests/Oracles/mathematics.py. Both sides are a few roundings away from the value.
    let rows = try fixture("mathematics.tsv")
    #expect(rows.count > 1_000)
    for row in rows {
      let cells = row.split(separator: "\t")
      try #require(cells.count == 4)
      let (x, y, expected) = (
        try #require(Double(cells[1])), try #require(Double(cells[2])), try #require(Double(cells[3]))
      )
      let result = try value(String(cells[0]), x: x, y: y)
      let isSame = result == expected || result.isNaN && expected.isNaN
      #expect(isSame || agree(result, expected, 1e-15), "\(row): \(result)")
    }
  }

  @Test("Where libRoadRunner leaves the text of MathML, the text is followed")
  func text() throws {
    // A factorial is of a natural number (MathML 2.0, 4.4.3.4); a quotient by zero is no integer.
    #expect(try value("<apply><factorial/><ci>x</ci></apply>", x: 5) == 120)
    #expect(try value("<apply><factorial/><ci>x</ci></apply>", x: 2.5).isNaN)
    #expect(try value("<apply><factorial/><ci>x</ci></apply>", x: -1).isNaN)
    #expect(try value("<apply><rem/><ci>x</ci><ci>y</ci></apply>", x: 1).isNaN)
    #expect(
      try value("<apply><log/><logbase><cn>10</cn></logbase><ci>x</ci></apply>", x: 1000) == 3,
      "exact, as a power of ten")
  }

  @Test("Operators of nothing that have no value are refused", arguments: ["max", "min", "minus", "not", "eq", "sin"])
  func nothing(operation: String) {
    do throws(EngineError) {
      var text = ModelText()
      text.parameters = [("p", 0)]
      text.assignments = [("p", "MARK")]
      let xml = text.xml.replacing("<ci>MARK</ci>", with: "<apply><\(operation)/></apply>")
      _ = try Model(sbml: Array(xml.utf8), name: "test")
      Issue.record("read")
    } catch {
      #expect(error.code == .invalidSBML && error.line == 2)
    }
  }
}

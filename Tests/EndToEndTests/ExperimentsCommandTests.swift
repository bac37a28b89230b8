import Domain
import Foundation
import Testing

/// `rheostat experiments`, as a user and as a script runs it.
@Suite struct ExperimentsCommandTests {
  /// The columns that the command's contract promises, first and in this order.
  static let columns = [
    "claim", "experiment", "tissue", "readout", "variant", "metric", "expected", "found", "share_agree", "standing",
    "basis", "status",
  ]

  private static let whole = Result { try Tool.run(["experiments", "--format", "csv"]) }

  private func table(_ text: String) -> DataFile { Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) } }

  @Test func theCSVKeepsItsContract() throws {
    let run = try Self.whole.get()
    #expect(run.errors.isEmpty)
    let table = table(run.output)
    #expect(Array(table.header.prefix(Self.columns.count)) == Self.columns)
    let words: [String: [String]] = [
      "variant": ["A", "B", ""],
      "metric": ["log2 ratio", "difference", "interior optimum", "share of sets", ""],
      "expected": ["up", "down", "none", "optimum inside", "order", "suppressed", "overactivated", ""],
      "standing": ["claimed", "disputed", "input regression", "not modelled", "open question"],
      "basis": ["built in", "held out", "by construction", ""], "status": ["agrees", "disagrees", "not claimed"],
    ]
    #expect(table.rows.count > 200)
    for row in table.rows.indices {
      #expect(table.rows[row].count == table.header.count)
      for (column, allowed) in words {
        #expect(allowed.contains(table.value(row, column)), "\(column): \(table.value(row, column))")
      }
      guard !table.value(row, "experiment").isEmpty else { continue }
      let share = try #require(Double(table.value(row, "share_agree")))
      #expect(share >= 0 && share <= 1)
      for column in ["variant", "metric", "expected", "tissue", "readout", "basis"] {
        #expect(!table.value(row, column).isEmpty, "\(column) of row \(row)")
      }
    }
    // Every claim of the review has its row.
    let claims = Set(table.rows.indices.map { table.value($0, "claim") })
    let numbered = (1...57).map { $0 < 10 ? "C0\($0)" : "C\($0)" } + ["P01", "P02", "P03", "U01", "U02"]
    #expect(claims == Set(numbered))
  }

  @Test func theExitCodeSaysWhetherSomethingDisagrees() throws {
    let run = try Self.whole.get()
    let table = table(run.output)
    let disagreeing = Set(
      table.rows.indices.filter { table.value($0, "status") == "disagrees" }.map {
        table.value($0, "claim")
      })
    #expect(run.code == (disagreeing.isEmpty ? 0 : 1))
    // One claim of each kind, as far as there are any.
    let claims = (1...56).map { $0 < 10 ? "C0\($0)" : "C\($0)" }
    let chosen = [claims.first { disagreeing.contains($0) }, claims.first { !disagreeing.contains($0) }]
    for claim in chosen.compactMap(\.self) {
      for format in ["csv", "table", "json"] {
        let one = try Tool.run(["experiments", "--claim", claim, "--format", format])
        #expect(one.code == (disagreeing.contains(claim) ? 1 : 0), "\(claim) as \(format)")
        #expect(one.errors.isEmpty)
      }
    }
  }

  /// Disputed claims, regressions of an input and what is not modelled never make it fail.
  @Test func whatDoesNotCountDoesNotFail() throws {
    let claims = ["C10", "C22", "C57", "U01"].flatMap { ["--claim", $0] }
    let run = try Tool.run(["experiments", "--format", "csv"] + claims)
    #expect(run.code == 0)
    let table = table(run.output)
    #expect(Set(table.rows.indices.map { table.value($0, "claim") }) == ["C10", "C22", "C57", "U01"])
    #expect(table.rows.indices.allSatisfy { table.value($0, "status") == "not claimed" })
  }

  @Test func claimsMayBeRepeatedAndWrittenSmall() throws {
    let run = try Tool.run(["experiments", "--claim", "C54", "--claim", "c31", "--format", "csv"])
    let some = table(run.output)
    #expect(Set(some.rows.indices.map { some.value($0, "claim") }) == ["C31", "C54"])
    // The rows are those of the whole table.
    let whole = table(try Self.whole.get().output)
    let same = whole.rows.indices.filter { ["C31", "C54"].contains(whole.value($0, "claim")) }
    #expect(some.rows == same.map { whole.rows[$0] })
  }

  @Test func theSameBytesTwice() throws {
    let arguments = ["experiments", "--claim", "C31", "--claim", "C18", "--format", "csv"]
    #expect(try Tool.run(arguments).output == Tool.run(arguments).output)
  }

  @Test func theJSONHasTheSameRows() throws {
    let claims = ["--claim", "C07", "--claim", "C57"]
    let json = try Tool.run(["experiments", "--format", "json"] + claims)
    #expect(json.errors.isEmpty)
    let rows = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let csv = table(try Tool.run(["experiments", "--format", "csv"] + claims).output)
    try #require(rows.count == csv.rows.count)
    for (place, row) in rows.enumerated() {
      #expect(Set(row.keys) == Set(csv.header))
      for column in csv.header {
        let text = csv.value(place, column)
        switch row[column] {
        case let number as NSNumber: #expect(number.doubleValue == Double(text), "\(column)")
        case let string as String: #expect(string == text, "\(column)")
        // No number: an empty field there, null here.
        default: #expect(row[column] is NSNull && text.isEmpty, "\(column)")
        }
      }
    }
  }

  @Test func theTableIsForPeople() throws {
    let run = try Tool.run(["experiments", "--claim", "C07", "--claim", "C57"])
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("C07  Overactive S6K feeds back on IRS1"))
    #expect(run.output.contains("irs1_y_a"))
    #expect(run.output.contains("not modelled"))
    #expect(run.output.contains("The model is a hypothesis."))
    #expect(run.output.contains("DISAGREES") == (run.code == 1))
  }

  @Test(arguments: [["--claim", "C99"], ["--claim", "C01", "--claim", "X"], ["--claim", ""], ["--format", "xml"]])
  func whatCannotBeMeantIsWrongUsage(arguments: [String]) throws {
    let run = try Tool.run(["experiments"] + arguments)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func anUnknownClaimIsNamed() throws {
    let run = try Tool.run(["experiments", "--claim", "C99"])
    #expect(run.errors.contains("\"C99\""))
    #expect(run.errors.contains("C01 to C57"))
  }

  @Test func theHelpHasExamples() throws {
    let run = try Tool.run(["experiments", "--help"])
    #expect(run.code == 0)
    #expect(run.output.contains("Examples:"))
    #expect(run.output.contains("rheostat experiments --claim C31 --claim C54"))
    #expect(run.output.contains("Exit code 1"))
  }
}

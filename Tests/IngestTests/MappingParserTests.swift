import Domain
import Foundation
import Testing

@testable import Ingest

@Suite struct MappingParserTests {
  private let head = "version = 1\n"

  @Test func readsEveryKey() throws {
    let mapping = try Mapping(
      toml: """
        version = 1
        [file]
        layout = "wide"
        delimiter = ";"
        encoding = "latin1"
        decimal = ","
        date_format = "dd.mm.yyyy"
        [settings]
        insulin_pmol_per_uU = 6.945
        qualifiers = ["H", "*"]
        missing = ["-9"]
        [columns.patient_id]
        role = "patient"
        [columns.sex]
        role = "sex"
        values = { "2" = "female", "1" = "male" }
        [columns."Site name"]
        role = "keep"
        name = "site"
        [columns.ins]
        column = 7
        role = "insulin"
        unit = "uU/mL"
        below_limit_column = "ins_flag"
        below_limit_values = ["1"]
        [constants]
        fasting = "yes"
        dialysis = "HD"
        """, name: "map.toml")
    #expect(mapping.layout == .wide)
    #expect(mapping.insulinFactor == 6.945)
    #expect(mapping.kept == ["site"])
    #expect(mapping.constants.map(\.covariate) == [.dialysis, .fasting])
    #expect(mapping.constants.map(\.code) == [2, 2])
    #expect(
      mapping.canonicalText == """
        version = 1
        layout = "wide"
        delimiter = ";"
        encoding = "latin1"
        decimal = ","
        date_format = "dd.mm.yyyy"
        insulin_pmol_per_uU = 6.945
        qualifiers = "[\\"*\\", \\"H\\"]"
        missing = "[\\"-9\\"]"
        column "Site name"
          role = "keep"
          name = "site"
        column "ins"
          position = "7"
          role = "insulin"
          unit = "uU/mL"
          below_limit_column = "ins_flag"
          below_limit_values = "[\\"1\\"]"
        column "patient_id"
          role = "patient"
        column "sex"
          role = "sex"
          value "1" = "male"
          value "2" = "female"
        constant dialysis = "HD"
        constant fasting = "yes"

        """)
  }

  @Test func theCanonicalTextIsOfMeaningNotOfSpelling() throws {
    let one = try Mapping(
      toml: head + "[columns.b]\nrole='patient'\n[columns.a]\nrole=\"waist\"\nunit=\"cm\"", name: "1")
    let two = try Mapping(
      toml:
        "# said otherwise\nversion=1\ncolumns.a = { unit = \"cm\", role = \"waist\" }\ncolumns.b.role = \"patient\"",
      name: "2")
    let other = try Mapping(
      toml: head + "[columns.b]\nrole='patient'\n[columns.a]\nrole=\"waist\"\nunit=\"m\"", name: "1")
    #expect(one.canonicalText == two.canonicalText)
    #expect(one.canonicalText != other.canonicalText)
  }

  /// What is wrong, the line on which it stands (counted by hand) and a piece of what to do.
  @Test(arguments: [
    ("version = 1\n[file]\nlayuot = \"wide\"\n", 3, "unknown key \"layuot\"", "Did you mean \"layout\"?"),
    ("version = 1\n\n[colums.a]\nrole = \"patient\"\n", 3, "unknown key \"colums\"", "Did you mean \"columns\"?"),
    ("version = 1\n[columns.a]\nrole = \"glukose\"\n", 3, "no role \"glukose\"", "Did you mean \"glucose\"?"),
    (
      "version = 1\n[columns.a]\nunits = \"x\"\nrole = \"waist\"\n", 3, "unknown key \"units\"",
      "Did you mean \"unit\"?"
    ),
    ("version = 1\n[columns.a]\nunit = \"cm\"\n", 2, "has no role", "role"),
    ("version = 1\n[columns.\"x y\"]\nrole = \"glucose\"\nunit = \"mg/mL\"\n", 2, "no unit \"mg/mL\"", "mmol/L, mg/dL"),
    ("version = 1\n[settings]\ninsulin_pmol_per_uU = 60.0\n", 3, "from 5.0 to 8.0", "6.00"),
    ("version = 2\n", 1, "version = 1", "first line"),
    ("", 1, "version = 1", "first line"),
    ("version = 1\n[constants]\nfasting = \"maybe\"\n", 3, "cannot be \"maybe\"", "no, yes"),
    ("version = 1\n[constants]\nfastin = \"yes\"\n", 3, "unknown key \"fastin\"", "\"fasting\""),
    (
      "version = 1\n[columns.a]\nrole = \"sex\"\nvalues = { \"1\" = \"man-ish\" }\n", 2, "cannot be \"man-ish\"",
      "female, male"
    ),
    ("version = 1\n[columns.a]\nrole = \"waist\"\nvalues = { \"1\" = \"x\" }\n", 2, "takes `values`", "out"),
    ("version = 1\n[columns.a]\nrole = \"keep\"\nname = \"glucose\"\n", 2, "called \"glucose\"", "32"),
    ("version = 1\n[columns.a]\nrole = \"keep\"\nname = \"a b\"\n", 2, "called \"a b\"", "32"),
    ("version = 1\n[columns.a]\nrole = \"keep\"\nname = \"mets_ncep_2005\"\n", 2, "mets_ncep_2005", "32"),
    ("version = 1\n[columns.a]\nrole = \"keep\"\n[columns.A]\nrole = \"keep\"\n", 2, "two columns are kept", "another"),
    (
      "version = 1\n[columns.a]\nrole = \"waist\"\n[columns.b]\nrole = \"waist\"\n", 4, "Two columns have the role",
      "ignore"
    ),
    (
      "version = 1\n[columns.a]\nrole = \"fasting\"\n[constants]\nfasting = \"yes\"\n", 2,
      "both a column and a constant", "out"
    ),
    ("version = 1\n[columns.a]\nrole = \"waist\"\nbelow_limit_column = \"b\"\n", 2, "below_limit_values", "flag"),
    ("version = 1\n[file]\nlayout = \"tall\"\n", 3, "cannot be \"tall\"", "\"wide\", \"long\""),
    ("version = 1\n[units]\nglucose = \"pints\"\n", 3, "no unit \"pints\"", "mmol/L"),
    ("version = 1\n[columns.a\nrole = \"waist\"\n", 2, "not TOML", "docs/ingest.md"),
    ("version = 1\nversion = 1\n", 2, "not TOML", "docs/ingest.md"),
  ])
  func refusals(toml: String, line: Int, message: String, advice: String) throws {
    let error = try #require(mappingFailure(toml))
    #expect(error.code == .dataUnusable)
    #expect(error.message.lowercased().contains(message.lowercased()), "\(error)")
    #expect(error.advice.contains(advice), "\(error)")
    #expect(error.location.hasPrefix("map.toml, line \(line)"), "\(error)")
  }

  @Test func hostileTextIsAnErrorAndNoCrash() {
    #expect(mappingFailure("version = 1\u{0}\n[bad") != nil)
    #expect(mappingFailure("version = " + String(repeating: "[", count: 100_000)) != nil)
    #expect(mappingFailure(String(repeating: "#", count: 2 << 20)) != nil)
    #expect(mappingFailure("columns = 3\nversion = 1")?.message.contains("must be a table") == true)
    #expect(mappingFailure("version = 1\n[columns.a]\nrole = 3")?.message.contains("must be a text") == true)
  }

  @Test func linesAreCountedWithCRLF() {
    let error = mappingFailure("version = 1\r\n[file]\r\n\r\nlayuot = \"wide\"\r\n")
    #expect(error?.location == "map.toml, line 4")
  }

  @Test func theExampleForNHANESReads() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples/nhanes/fasting.toml")
    let mapping = try Mapping(toml: String(contentsOf: path, encoding: .utf8), name: "fasting.toml")
    #expect(mapping.constants.map(\.covariate) == [.fasting])
    #expect(mapping.columns.count == 28)
  }
}

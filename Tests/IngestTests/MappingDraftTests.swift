import Domain
import Testing

@testable import Ingest

@Suite struct MappingDraftTests {
  private func draft(_ text: String) throws -> String {
    let scratch = try Scratch()
    return try MappingDraft.draft(path: try scratch.file(text))
  }

  private let rows = (0..<20).map {
    "SECRET\($0),\($0 % 2 + 1),\(80 + $0).5,\(5 + Double($0) / 10),19\(50 + $0)-01-01,\(1_000_000 + $0 * 7_919),x\n"
  }

  @Test func givesGuessEvidenceAndNoIdentifier() throws {
    let text = try draft("patient_id,sex,waist_cm,glucose,birth,phone,arm\n" + rows.joined())
    for secret in ["SECRET", "-01-01", "1000000", "1150461"] { #expect(!text.contains(secret), "\(secret)") }
    #expect(text.contains("[columns.\"waist_cm\"]\nrole = \"waist\"\nunit = \"cm\""))
    #expect(text.contains("numbers from 80.5 to 99.5"))
    // 5.0 to 6.9: all plausible in mmol/L (1.1 to 55.5) and none in mg/dL (from 19.8).
    #expect(text.contains("mmol/L 100 %, mg/dL 0 %"))
    #expect(text.contains("# [columns.\"glucose\"]\n# role = \"glucose\"\n# unit = \"\""))
    #expect(text.contains("# values = { \"1\" = \"\", \"2\" = \"\" }   # not understood: say what each means"))
    #expect(text.contains("# [columns.\"phone\"]\n# role = \"ignore\""))
    #expect(text.contains("values \"x\""))
  }

  @Test(arguments: [
    "patient_id,waist_cm,waist_cm,\nA,90,91,x\n", "patient_id,glucose_mg_dL,glucose_mmol_L\nA,90,5\n",
    "patient_id,\"a\"\"]\n[x]\nrole=\"\"b\",waist_cm\nA,90,91\n",
    "patient_id,analyte,value,unit\nA,ALT,1,U/L\nA,ALT,1,U/L\nA,ALT,1,U/L\n",
    "patient_id;waist (cm)\nA;90,5\nB;91,5\n", "patient_id,Albumin (mg/g),w\u{E9}ird\\\u{202E},sex\nA,1,2,3\n",
  ])
  func isAMappingThatReadsItsOwnFile(text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file(text)
    let mapping = try Mapping(toml: try MappingDraft.draft(path: path), name: "draft.toml")
    var opened: FileIngest?
    do { opened = try FileIngest(path: path, options: IngestOptions(mapping: mapping)) } catch {
      // A draft that is sure of nothing leaves all to the person.
      #expect(error.message.hasPrefix("No column holds a result"))
    }
    #expect(opened?.description.columns.contains { $0.meaning == "patient" } ?? true)
  }

  @Test func badFilesAreRefusedAsInIngest() throws {
    #expect(throws: RheostatError.self) { try draft("") }
    #expect(throws: RheostatError.self) { try draft("a,b\n") }
  }
}

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

  /// Headers of files in public use; a bare one is never read without a mapping.
  @Test(arguments: ["ID", "id", "PID", "MRN", "Subject", "subject_id", "USUBJID", "SEQN", "record_id"])
  func guessesThePatientFromTheHeaderWord(word: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file("arm,\(word),waist_cm\nx,101,90\nx,102,91\n")
    let text = try MappingDraft.draft(path: path)
    #expect(text.contains("\n[columns.\"\(word)\"]\nrole = \"patient\""))
    #expect(!text.contains("101") && !text.contains("No column looks like"))
    #expect(
      try FileIngest(path: path, options: IngestOptions(mapping: Mapping(toml: text, name: "draft.toml")))
        .description.columns[1].meaning == "patient")
    if ["ID", "id", "SEQN", "record_id"].contains(word) {
      #expect(text.contains("# Guess patient: header word, check."))
      #expect(failure(path)?.message == "No column tells the patient.")
    }
  }

  @Test func guessesOnePatientAndTheSurerWord() throws {
    let text = try draft("id,record_id,waist_cm\n1,101,90\n2,102,91\n")
    #expect(text.contains("\n[columns.\"record_id\"]\nrole = \"patient\""))
    #expect(text.contains("# [columns.\"id\"]\n# role = \"ignore\""))
    let known = try draft("id,patient_id,waist_cm\n1,101,90\n2,102,91\n")
    #expect(known.contains("\n[columns.\"patient_id\"]\nrole = \"patient\""))
    #expect(!known.contains("Guess patient"))
  }

  @Test func saysAtTheTopThatThePatientIsNotFound() throws {
    let text = try draft("who,waist_cm\nA,90\nB,91\n")
    let top = text.prefix { $0 != "[" }
    #expect(top.contains("No column looks like the patient's identifier: give one of them role = \"patient\"."))
  }

  /// The dictionary spells the unit of eGFR in four ways that are one when folded.
  @Test func offersEachUnitOnce() throws {
    let text = try draft("patient_id,egfr\nA,90\nB,91\n")
    #expect(text.ranges(of: "mL/min/1.73").count == 1)
    #expect(UnitSpelling.listed(.egfr).map(\.unit) == ["mL/min/1.73 m2"])
    #expect(UnitSpelling.listed(.glucose).map(\.unit) == ["mmol/L", "mg/dL", "g/L"])
  }

  @Test func badFilesAreRefusedAsInIngest() throws {
    #expect(throws: RheostatError.self) { try draft("") }
    #expect(throws: RheostatError.self) { try draft("a,b\n") }
  }
}

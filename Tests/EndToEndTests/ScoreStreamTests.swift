import Domain
import Foundation
import Testing

/// `rheostat score --stream`: the worker of a distributed engine.
@Suite struct ScoreStreamTests {
  private let space: Workspace
  private let lines: [String]
  init() throws {
    space = try Workspace()
    let header =
      "patient_id,visit,sex,age,diabetes,dialysis,fasting,glucose (mg/dL),insulin (uIU/mL),creatinine (mg/dL),"
      + "leptin (ng/mL),adiponectin (ug/mL),tnf_alpha (pg/mL),il6 (pg/mL),ffa (mmol/L),bmi,crp (mg/L),albumin (g/dL),hdl (mg/dL),triglyceride (mg/dL),kt/v (1)"
    lines =
      [header]
      + (0..<29).map { number in
        let missing = number % 5 == 0
        return
          "A\(number),\(1 + number % 2),\(number % 2 == 0 ? "female" : "male"),\(30 + number),\(number % 4 == 0 ? "type2" : "none"),"
          + "\(number % 7 == 0 ? "haemodialysis" : "none"),yes,\(85 + 3 * number),\(5 + number % 11),\(0.7 + 0.1 * Double(number)),"
          + "\(missing ? "" : "\(3 + number)"),\(4 + number % 9),\(number == 3 ? "<0.5" : "2.1"),\(1 + number % 3),0.\(3 + number % 4),"
          + "\(20 + number % 15),\(1 + number % 6),\(number == 8 ? "abc" : "4.1"),45,120,\(number % 7 == 0 ? "1.4" : "")"
      }
  }

  private func stream(_ text: String, _ arguments: [String] = []) throws -> (code: Int32, output: String) {
    let input = try space.write("in-\(UUID().uuidString).csv", text)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      [
        "-c",
        "\"$1\" score --stream \"${@:3}\" < \"$2\"".replacing("${@:3}", with: arguments.joined(separator: "\" \"")),
        "sh", Tool.path, input,
      ]
      + arguments
    if arguments.isEmpty { process.arguments?[1] = "\"$1\" score --stream < \"$2\"" }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Fields of a CSV line; quoted fields hold no line breaks here.
  private func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field]
  }

  @Test func shardsJoinedAreTheWhole() throws {
    let whole = try stream(lines.joined(separator: "\n") + "\n")
    #expect(whole.code == 0)
    #expect(whole.output.split(separator: "\n").count == lines.count)
    for count in [2, 7] {
      var joined = ""
      for shard in 0..<count {
        let rows = lines.dropFirst()
        let part = Array(rows)[rows.count * shard / count..<rows.count * (shard + 1) / count]
        let output = try stream(([lines[0]] + part).joined(separator: "\n")).output
        joined +=
          shard == 0 ? output : String(output[output.index(after: try #require(output.firstIndex(of: "\n")))...])
      }
      #expect(joined == whole.output, "\(count) shards")
    }
    // Neither the number of threads nor how the bytes arrive changes anything.
    #expect(try stream(lines.joined(separator: "\r\n"), ["--threads", "1"]).output == whole.output)
  }

  @Test func resultsAreThoseOfTheDatabase() throws {
    let path = try space.write("cohort.csv", lines.joined(separator: "\n") + "\n")
    let database = space.file("c.sqlite")
    for command in [["ingest", path, "--db", database], ["score", "--db", database]] {
      #expect(try Tool.run(command).code == 0)
    }
    #expect(try Tool.run(["tables", "--db", database, "--out", space.file("out"), "--show-ids"]).code == 0)
    let streamed = try stream(lines.joined(separator: "\n")).output.split(separator: "\n").map(fields)
    let stored = try space.text("out/tables/patients.csv").split(separator: "\n").map(fields)
    let identifier = try #require(stored[0].firstIndex(of: "patient_id"))
    let rows = Dictionary(uniqueKeysWithValues: stored.dropFirst().map { ($0[identifier], $0) })
    let added = try #require(streamed[0].firstIndex(of: "row_problems")) + 1
    #expect(streamed[0].count - added > 60)
    for row in streamed.dropFirst() {
      let other = try #require(rows[row[0]])
      for column in added..<row.count {
        let name = streamed[0][column]
        let place = try #require(stored[0].firstIndex(of: name), "\(name)")
        #expect(row[column] == other[place], "\(row[0]) \(name)")
      }
    }
  }

  @Test func aBadRowComesBackWithItsReason() throws {
    let text =
      lines[0] + "\n" + lines[1] + "\nA900,too,few\n,1" + String(repeating: ",", count: 19) + "\n" + lines[9] + "\n"
      + lines[1]
      + ",\"one, more\",two\n"
    let found = try stream(text)
    #expect(found.code == 0)
    let rows = found.output.split(separator: "\n").map(fields)
    let status = try #require(rows[0].firstIndex(of: "row_status"))
    #expect(rows[1][status] == "ok")
    #expect(rows[2][status] == "rejected" && rows[2][status + 1] == "field_count")
    #expect(rows[2][..<3] == ["A900", "too", "few"])
    #expect(rows.allSatisfy { $0.count == rows[0].count }, "every row has the columns of the header")
    #expect(rows[3][status] == "rejected" && rows[3][status + 1] == "patient_missing")
    #expect(rows[5][status] == "rejected" && rows[5][status + 1] == "field_count")
    #expect(rows[4][status] == "partial" && rows[4][status + 1].contains("albumin"))
  }

  @Test func whatIsNoTableIsAnError() throws {
    #expect(try stream("").code == 65)
    #expect(try stream("patient_id;glucose (mmol/L)\nA;5\n").code == 65)
    #expect(try stream("patient_id,analyte,value,unit\nA,glucose,5,mmol/L\n").code == 65)
    #expect(try Tool.run(["score", "--stream", "--db", "x"]).code == 64)
    #expect(try Tool.run(["score"]).code == 64)
  }

  /// Each line goes out while the next is not yet written.
  @Test func aPauseFlushes() throws {
    let process = try Tool.start(["score", "--stream", "--draws", "64"])
    process.terminate()
    let input = Pipe()
    let output = Pipe()
    let worker = Process()
    worker.executableURL = URL(filePath: Tool.path)
    worker.arguments = ["score", "--stream", "--draws", "64"]
    (worker.standardInput, worker.standardOutput, worker.standardError) = (input, output, FileHandle.nullDevice)
    try worker.run()
    func readLine() -> String {
      var line = Data()
      while let byte = try? output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8), !byte.isEmpty {
        line += byte
      }
      return String(decoding: line, as: UTF8.self)
    }
    input.fileHandleForWriting.write(Data((lines[0] + "\n").utf8))
    #expect(readLine().hasPrefix(lines[0] + ",row_status"))
    for line in lines[1...2] {
      input.fileHandleForWriting.write(Data((line + "\n").utf8))
      #expect(readLine().hasPrefix(line + ",ok,"))
    }
    try input.fileHandleForWriting.close()
    worker.waitUntilExit()
    #expect(worker.terminationStatus == 0)
  }
}

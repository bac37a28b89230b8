import Domain
import Foundation
import Testing

@testable import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Damaged files and mappings either end in the tool's own error or are read to the end with counts that add up. They
/// never crash the program and never raise another error. Case N is the same in every run; RHEOSTAT_FUZZ says how many.
@Suite struct FuzzTests {
  private static let asked = Int(ProcessInfo.processInfo.environment["RHEOSTAT_FUZZ"] ?? "")
  /// The most that memory may grow after the first tenth of a run, in bytes: the longest record and the reading
  /// buffers of a file (about 8 MiB) several times over.
  private static let memoryAllowed = 64 << 20

  @Test func damagedFilesAreReadOrRefused() throws {
    let count = Self.asked ?? 300
    let seeds = Self.seeds
    let scratch = try Scratch()
    var read = 0
    var refused = 0
    var early = 0
    for number in 0..<count {
      var random = SplitMix(seed: UInt64(number))
      let file = Self.damaged(seeds, &random)
      do {
        // Under a new name: writing over a file makes some file systems wait for the disk.
        let path = try scratch.file(file.bytes, "\(number).csv")
        defer { unlink(path) }
        if random.below(4) == 0 { Self.draft(path, number) }
        let mapping = try file.toml.map { try Mapping(toml: $0, name: "map.toml") }
        let ledger = try Ledger(path: path, mapping: mapping)
        read += 1
        if ledger.accountedFor != ledger.read || ledger.rowsRead != ledger.read[.row] {
          Issue.record("case \(number) (\(file.name)): read \(ledger.read), accounted for \(ledger.accountedFor)")
        }
      } catch let error as RheostatError {
        refused += 1
        if ![.dataUnusable, .noInput].contains(error.code) || error.message.isEmpty {
          Issue.record("case \(number) (\(file.name)): \(error)")
        }
      } catch { Issue.record("case \(number) (\(file.name)): \(error)") }
      if number == count / 10 { early = Self.peakMemory() }
    }
    // Both ways out must have been gone often, or the damage is too light or too heavy to show anything.
    #expect(read >= count / 5 && refused >= count / 20, "\(read) read, \(refused) refused")
    // Other tests, which run at the same time in the default run, would be measured with it.
    if Self.asked != nil {
      let grown = Self.peakMemory() - early
      #expect(grown < Self.memoryAllowed)
      print(
        "fuzz: \(count) cases, \(read) read to the end, \(refused) refused, peak memory grown by \(grown >> 20) MiB")
    }
  }

  private static func draft(_ path: String, _ number: Int) {
    do { _ = try MappingDraft.draft(path: path) } catch let error {
      if error.code != .dataUnusable { Issue.record("case \(number), drafting: \(error)") }
    }
  }

  private static func damaged(_ seeds: [MessyFile], _ random: inout SplitMix) -> MessyFile {
    var file = random.pick(seeds)
    guard let toml = file.toml, random.below(3) > 0 else {
      file.bytes = Mutation.damage(file.bytes, &random)
      return file
    }
    file.toml = String(decoding: Mutation.damage(Array(toml.utf8), &random), as: UTF8.self)
    if random.below(2) == 0 { file.bytes = Mutation.damage(file.bytes, &random) }
    return file
  }

  /// The messy files, with some in other encodings.
  private static var seeds: [MessyFile] {
    let text = String(decoding: MessyFiles.wide.bytes, as: UTF8.self)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    let latin1 = Array(
      "patient_id;Gr\u{F6}\u{DF}e\nM\u{FC}ller;171,5\nZo\u{EB};\n".unicodeScalars.map { UInt8($0.value) })
    return MessyFiles.all + [
      MessyFile(name: "UTF-16", bytes: utf16),
      MessyFile(name: "byte order mark", bytes: [0xEF, 0xBB, 0xBF] + MessyFiles.long.bytes),
      MessyFile(
        name: "Latin-1", bytes: latin1,
        toml: """
          version = 1
          [file]
          layout = "wide"
          delimiter = ";"
          encoding = "latin1"
          decimal = ","
          [columns.patient_id]
          role = "patient"
          [columns."Gr\u{F6}\u{DF}e"]
          role = "height"
          unit = "cm"
          """),
    ]
  }

  /// The most memory that the process has held, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #else
      getrusage(__rusage_who_t(0), &usage)
      return Int(usage.ru_maxrss) << 10
    #endif
  }
}

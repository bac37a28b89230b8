import ArgumentParser
import Domain
import Foundation
import Mechanism
import Report

/// What short fits say that each left out one fact: where reweighing one sample cannot tell.
struct FitsWithout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "left-out", abstract: "Sum up fits that each left out one fact, beside the same fit with all of them.",
    discussion: """
      Run from the top of the repository. The first two folders are fits with all facts, of two seeds: how far these differ
      is what a short fit can tell at all. The others have the seed of the first. All have the same settings.

      Example:
        calibrate fit --particles 160 --sweeps 40 --final-sweeps 60 --out /tmp/all
        calibrate fit --particles 160 --sweeps 40 --final-sweeps 60 --seed 11 --out /tmp/again
        calibrate fit --particles 160 --sweeps 40 --final-sweeps 60 --without G06 --out /tmp/G06
        calibrate left-out /tmp/all /tmp/again /tmp/G06 --out Calibration/Result/left_out.csv
      """)

  @Argument(help: "Folders that `calibrate fit` wrote, the two with all facts first.") var folders: [String]
  @Option(help: "Where the table is written.") var out = "Calibration/Result/left_out.csv"

  mutating func run() throws {
    guard folders.count > 2 else {
      throw ValidationError("Two fits with all facts and at least one without are needed.")
    }
    let runs = try folders.map(Self.settings)
    for (place, run) in runs.enumerated() {
      for name in ["particles", "sweeps", "final_sweeps", "largest_subset"] where run[name] != runs[0][name] {
        throw Fault("\(folders[place]) and \(folders[0]) were fitted with other settings: \(name).")
      }
      guard (place < 2) == (run["without"] ?? "").isEmpty, (place == 1) == (run["seed"] != runs[0]["seed"]) else {
        throw Fault(
          "\(folders[place]): first a fit with all facts, then one of another seed, then those that left out one.")
      }
    }
    let (all, again) = (try Self.facts(folders[0]), try Self.facts(folders[1]))
    var writer = CSVWriter()
    for column in LeftOut.columns { writer.text(column) }
    writer.endRow()
    for (folder, run) in zip(folders, runs).dropFirst(2) {
      let without = run["without"] ?? ""
      guard let place = all.firstIndex(where: { $0.fact.identifier == without }) else {
        throw Fault("\(folder) left out \"\(without)\", which is not one fact.")
      }
      LeftOut(with: all[place], again: again[place], without: try Self.facts(folder)[place]).write(&writer)
    }
    try Data(writer.bytes).write(to: URL(filePath: out))
  }

  private static func settings(_ folder: String) throws -> [String: String] {
    guard let run = RunFile.read(folder) else { throw Fault("\(folder) has no run.csv: it says how the fit was made.") }
    return run
  }

  private static func facts(_ folder: String) throws -> [FactResult] {
    try FactResult.all(of: SampleFile.ensemble(folder + "/sample.csv"), Split(Folder.table("split.csv")))
  }
}

/// One fact and what three fits say of it: with it, with it from another seed, and without it.
struct LeftOut {
  let identifier: String
  let sets: Int
  /// As ratios, doses or differences.
  let with, again, without: Interval

  private static let names = ["with", "again", "without"]
  static let columns = ["fact", "sets"] + names.flatMap { name in ["median", "p5", "p95"].map { "\(name)_\($0)" } }

  init(with: FactResult, again: FactResult, without: FactResult) {
    identifier = with.fact.identifier
    sets = without.values.count
    func interval(_ one: FactResult) -> Interval { one.natural(Interval(one.values)) }
    (self.with, self.again, self.without) = (interval(with), interval(again), interval(without))
  }

  /// A row of the table.
  /// - Throws: a ``Fault`` that names the row where it cannot be read.
  init(_ file: DataFile, _ row: Int) throws {
    func number(_ column: String) throws -> Double {
      guard let number = Double(file.value(row, column)) else {
        throw Fault("left_out.csv, row \(row + 2): \(column) is no number.")
      }
      return number
    }
    let intervals = try Self.names.map { name in
      Interval(low: try number(name + "_p5"), median: try number(name + "_median"), high: try number(name + "_p95"))
    }
    (with, again, without) = (intervals[0], intervals[1], intervals[2])
    (identifier, sets) = (file.value(row, "fact"), Int(try number("sets")))
  }

  func write(_ writer: inout CSVWriter) {
    writer.text(identifier)
    writer.integer(sets)
    for interval in [with, again, without] {
      for value in [interval.median, interval.low, interval.high] { writer.number((value * 1e4).rounded() / 1e4) }
    }
    writer.endRow()
  }
}

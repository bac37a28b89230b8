import ArgumentParser
import Domain
import Foundation
import Mechanism

/// Writes the report of the calibration.
struct CalibrationReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write what the fit found: facts, held-out facts, parameters, claims.",
    discussion: """
      Run from the top of the repository. Drawings go into a folder beside the page, of the same name.

      Example:
        calibrate report --result Calibration/Result --out docs/calibration.md
      """)

  @Option(help: "The folder that `calibrate fit` wrote.") var result = "Calibration/Result"
  @Option(help: "The page.") var out = "docs/calibration.md"
  @Option(help: "Parameter sets for the claims instead of the ensemble that ships.") var sets: String?

  mutating func run() throws {
    let ensemble = try sets.map { try SampleFile.ensemble($0) } ?? .shipped
    let page = URL(filePath: out)
    let claims = try ExperimentRun(ensemble: ensemble, classifies: sets == nil).results()
    let report = try CalibrationDocument(result: result, claims: claims, claimSets: ensemble.count)
    let name = page.deletingPathExtension().lastPathComponent
    guard name == "calibration" else { throw Fault("The page is called calibration.md: its pictures are named so.") }
    try report.files().write(to: page.deletingLastPathComponent().path(percentEncoded: false))
  }
}

/// All that the report holds.
struct CalibrationDocument {
  let sampler: SamplerSection
  /// Nil where fits from other seeds were not summed up.
  let runs: RunsSection?
  let facts: [FactResult]
  /// Short fits that left out one fact each; empty where none was summed up.
  let fits: [LeftOut]
  let parameters: ParameterResults
  /// The split of this fit, and those of the three calibrations before it, the later first.
  let split: Split
  let earlierSplits: [Split]
  let explanations: Explanations
  let claims: [ExperimentResult]
  let claimSets: Int

  /// - Parameters:
  ///   - result: the folder of a fit.
  ///   - claims: results over the ensemble that ships.
  ///   - claimSets: how many sets that has.
  init(result: String, claims: [ExperimentResult], claimSets: Int) throws {
    self.claims = claims
    self.claimSets = claimSets
    let parameterTable = try Folder.table("Model/parameters.csv")
    let priors = try PriorFile.priors(parameterTable)
    let condition = RunFile.read(result, "condition.csv")
    let sample = try SampleFile.ensemble(result + (condition == nil ? "/sample.csv" : "/conditioned.csv"))
    guard sample.parameters == priors.entries.map(\.name) else {
      throw Fault("\(result)/sample.csv was drawn with other parameters than those of parameters.csv: fit again.")
    }
    guard sample.count >= 2 else { throw Fault("\(result)/sample.csv holds \(sample.count) sets.") }
    split = try Split(Folder.table("split.csv"))
    earlierSplits = try ["split_third.csv", "split_second.csv", "split_first.csv"].map { try Split(Folder.table($0)) }
    facts = try FactResult.all(of: sample, split)
    parameters = ParameterResults(priors, sets: sample.sets, meanings: Self.meanings(parameterTable))
    sampler = SamplerSection(
      stages: try Folder.file(result + "/stages.csv"), run: RunFile.read(result), condition: condition,
      sets: sample.sets)
    let runFile = result + "/runs.csv"
    runs =
      FileManager.default.fileExists(atPath: runFile) ? try RunsSection(Folder.file(runFile), split: split) : nil
    let leftOut = result + "/left_out.csv"
    if FileManager.default.fileExists(atPath: leftOut) {
      let file = try Folder.file(leftOut)
      fits = try file.rows.indices.map { try LeftOut(file, $0) }
    } else {
      fits = []
    }
    explanations = Explanations(try Folder.table("explanations.csv"))
  }

  /// What parameters are, by id.
  private static func meanings(_ file: DataFile) -> [String: String] {
    var meanings: [String: String] = [:]
    for row in file.rows.indices {
      let (identifier, name) = (file.value(row, "id"), file.value(row, "name"))
      meanings[identifier] = name
      for tissue in file.value(row, "tissues") { meanings["\(identifier)_\(tissue)"] = name }
    }
    return meanings
  }

  /// The page and its drawings.
  func files() -> PageFiles {
    var files = PageFiles()
    files.add("calibration.md", markdown())
    for (name, part) in [("training", Split.Part.training), ("held-out", .test)] {
      let members = facts.filter { $0.part == part && $0.deviation != nil }
      guard !members.isEmpty else { continue }
      files.add("calibration/\(name).svg", FactPlot(title: "Measured facts: \(name)", facts: members).svg())
    }
    for group in ParameterResult.groups {
      let members = parameters.parameters.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      files.add(
        "calibration/\(ParameterSection.plot(group)).svg", ParameterPlot(group: group, parameters: members).svg())
    }
    return files
  }

  private func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "Calibration of the model")
    page.paragraph(
      "Written by `calibrate report`; not edited by hand. Facts: "
        + "[facts.csv](../Calibration/facts.csv); which of them the fit saw: [split.csv](../Calibration/split.csv), written "
        + "before the fit that ships. Claims: [docs/claims](claims/index.md). What failed before it, and what was changed: "
        + "decisions [0007](decisions/0007-second-structure.md), [0008](decisions/0008-third-structure.md) and "
        + "[0010](decisions/0010-insulin-dose-response.md).")
    page.paragraph(
      "The fit shows that the equations can carry the facts, not that they are right. Uncertain facts have a wide "
        + "deviation and so weigh less. Facts from rodents and cells count as directions only, and half; a direction that "
        + "was recalled, or told by another paper, counts half again. A fact is met where at least 95 % of the sets lie "
        + "within two deviations, or in the direction; missed where fewer than half do."
    )
    sampler.write(&page)
    if let runs {
      runs.write(&page)
    } else {
      page.heading(3, "Other seeds")
      page.paragraph("Fits from other seeds were not summed up (`calibrate runs`).")
    }
    FactSection(
      title: "Training facts: fit", lead: "What the fit saw.", plot: "training",
      facts: facts.filter { $0.part == .training }, explanations: explanations
    ).write(&page)
    FactSection(
      title: "Held-out facts: prediction",
      lead:
        "What this fit did not see: whole papers or laboratories. What fails here is published and not refitted until it "
        + "passes.", plot: "held-out", facts: facts.filter { $0.part == .test }, explanations: explanations
    ).write(&page)
    HistorySection(facts: facts.filter { $0.part == .test }, earlier: earlierSplits[0]).write(&page)
    YardstickSection(facts: facts).write(&page)
    NeverFittedSection(facts: facts, split: split).write(&page)
    ClaimSection(results: claims, setCount: claimSets, earlier: Array(earlierSplits.dropFirst())).write(&page)
    LeaveOneOutSection(facts: facts, fits: fits).write(&page)
    ParameterSection(results: parameters).write(&page)
    return page.bytes
  }
}

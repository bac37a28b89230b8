import ArgumentParser
import Domain
import Engine
import Foundation
import Mechanism

/// Writes the pages of the claims.
struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page for each of the review's claims, with what the ensemble says of it.",
    discussion: """
      Run from the top of the repository. Nothing but the tables of the repository and the ensemble goes in, so the same \
      tables give the same bytes.

      Example:
        calibrate claims --out docs/claims
      """)

  @Option(help: "The folder of the pages.") var out = "docs/claims"
  @Option(help: "A table of parameter sets instead of the ensemble that ships.") var sets: String?

  mutating func run() throws {
    let documents =
      try sets.map { try ClaimDocuments(SampleFile.ensemble($0)) } ?? ClaimDocuments(.shipped, classifies: true)
    try documents.files().write(to: out)
  }
}

/// All that the pages of the claims hold.
struct ClaimDocuments {
  let results: [ClaimResults]
  let setCount: Int
  let literature: [Finding]
  let references: [ReviewReference]
  let explanations: Explanations
  let words: ExperimentWords
  let backgrounds, clamps: DataFile
  /// What is followed over days, by claim: the pages of C53 and C54 show it.
  let courses: [String: [TreatmentCourse]]

  /// Runs every experiment over an ensemble.
  /// - Parameter classifies: whether P01 and P02 are run, which need the healthy bands of the shipped ensemble.
  init(_ ensemble: ParameterEnsemble, classifies: Bool = false) throws {
    let found = try ExperimentRun(ensemble: ensemble, classifies: classifies).results()
    let swept = try Experiment.shipped().filter { $0.comparison.sweep != nil }.map(\.claim)
    let sweeps = try ExperimentRun(claims: swept, ensemble: ensemble).sweepResponses()
    try self.init(
      results: Claim.all.map { ClaimResults($0, found, sweeps) }, setCount: ensemble.count,
      courses: TreatmentCourse.all(ensemble))
  }

  /// From results that are there.
  init(results: [ClaimResults], setCount: Int, courses: [String: [TreatmentCourse]] = [:]) throws {
    self.results = results
    self.courses = courses
    self.setCount = setCount
    literature = Finding.all(try Folder.table("literature.csv"))
    references = ReviewReference.all(try Folder.table("references.csv"))
    explanations = Explanations(try Folder.table("explanations.csv"))
    let experiments = "Sources/Mechanism/Experiments/"
    words = ExperimentWords(
      try Folder.file(experiments + "experiments.csv"),
      model: try Model(sbml: Folder.bytes("Sources/Mechanism/Model/mtorc1.xml"), name: "mtorc1"))
    backgrounds = try Folder.file(experiments + "backgrounds.csv")
    clamps = try Folder.file(experiments + "clamps.csv")
  }

  /// The index, a page and a plot a claim.
  func files() -> PageFiles {
    var files = PageFiles()
    files.add(
      "index.md",
      ClaimIndex(results: results, setCount: setCount, words: words, backgrounds: backgrounds, clamps: clamps)
        .markdown())
    for one in results {
      let identifier = one.claim.identifier
      let page = ClaimPage(
        results: one, literature: literature, references: references, words: words,
        explanation: explanations[identifier],
        courses: courses[identifier].map { CourseSection(claim: identifier, courses: $0) })
      files.add(identifier + ".md", page.markdown())
      if one.hasPlot { files.add("plots/\(identifier).svg", ClaimPlot(results: one).svg()) }
      if let section = page.courses { files.add(section.path, section.plot.svg()) }
    }
    return files
  }
}

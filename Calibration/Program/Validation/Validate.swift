import ArgumentParser
import Mechanism

/// Writes docs/validation: what the answers are worth, held against what is known from outside.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the shipped model's answers against the world: docs/validation.",
    discussion: """
      Profiles and their expectations (Calibration/Validation) are committed before they are run. Run from the top of the \
      repository; the same version gives the same bytes.

      Example:
        calibrate validate --out docs/validation
        calibrate validate --nhanes results/tables/patients.csv
      """)

  @Option(help: "The folder that is written.") var out = "docs/validation"
  @Option(
    help: "patients.csv of a run on NHANES (examples/nhanes), for its page; without it that page is left as it is.")
  var nhanes: String?
  @Option(help: "People behind each statistic; the shipped pages have 1000.") var people = 1000
  @Option(help: "Threads; they change no result.") var threads = 2

  mutating func run() throws {
    let scorer = try Scorer.shipped()
    let study = Study(scorer: scorer, people: people, threads: threads)
    var files = PageFiles()
    files.add("profiles.md", try ProfilesPage(study: study).bytes())
    files.add("probabilities.md", ProbabilitiesPage(study: study).bytes())
    files.add("null.md", NullPage(study: study).bytes())
    let evenDraws = try Scorer.shipped(draws: SweepsPage.draws, stopsEarly: false)
    files.add("sweeps.md", try SweepsPage(study: study, evenDraws: evenDraws).bytes())
    files.add("groups.md", try GroupsPage(study: study).bytes())
    files.add("population.md", try PopulationPage(study: study).bytes())
    if let nhanes { files.add("nhanes.md", try NHANESPage(table: Folder.file(nhanes)).bytes()) }
    files.add("index.md", IndexPage().bytes())
    try files.write(to: out)
  }
}

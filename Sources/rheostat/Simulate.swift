import ArgumentParser
import Pipeline

extension StructuralVariant: ExpressibleByArgument {}

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate an intervention on a patient or the reference person: before, after and the course.",
    discussion: """
      What the model does over hours (signalling) and days (slow states), with a band over parameter sets and what is not \
      known of the person. Never advice. --list shows the interventions with their doses.

      Examples:
        rheostat simulate --intervention rapamycin=2
        rheostat simulate --patient P00017 --db cohort.sqlite --intervention keto-acids --hours 336 --svg course.svg
        rheostat simulate --patient P00017 --db cohort.sqlite --intervention transplantation=60 --out course.csv
        rheostat simulate --intervention s6k-adipose=0 --variant B
        rheostat simulate --list
      """)

  @Option(help: "The patient (study number or identifier); without one, the reference person.") var patient: String?
  @Option(help: "The database, with --patient.") var db: String?
  @Option(help: "The number of the visit (default: the last).") var visit: Int?
  @Flag(help: "The reference woman instead of the reference man.") var female = false
  @Option(name: .customLong("intervention"), help: "NAME or NAME=DOSE; may be repeated, all begin together.")
  var interventions: [String] = []
  @Option(help: "Hours to follow (1 to 8760).") var hours = 336.0
  @Option(help: "Draws of parameter sets and of the person (2 to 10000).") var draws = 64
  @Option(help: "One structural variant of the adipose feedback, A or B (default: half of the draws in each).")
  var variant: StructuralVariant?
  @Option(help: "Seed of all random streams (default: that of the scoring, else 1).") var seed: UInt64?
  @OptionGroup var kits: KitOptions
  @Option(help: "Write the course as CSV to this file.") var out: String?
  @Option(help: "Write a drawing of the course (SVG) to this file.") var svg: String?
  @Flag(help: "List the interventions.") var list = false

  func validate() throws {
    if list { return }
    guard !interventions.isEmpty else { throw ValidationError("Give at least one --intervention, or --list.") }
    guard (patient == nil) == (db == nil) else { throw ValidationError("--patient and --db go together.") }
    guard patient != nil || kits.words.isEmpty else {
      throw ValidationError("--kit is of a patient's measurements: give --patient.")
    }
    guard patient == nil || !female else { throw ValidationError("--female is of the reference person.") }
    guard (1...8760).contains(hours) else { throw ValidationError("--hours takes a number from 1 to 8760.") }
    guard (2...10_000).contains(draws) else { throw ValidationError("--draws takes a number from 2 to 10000.") }
  }

  func run() throws {
    if list { return Console.line(Commands.interventions) }
    let simulation = try Commands.simulate(
      patient: patient, visit: visit, database: db, female: female, interventions: interventions, hours: hours,
      draws: draws, variant: variant, given: GivenSettings(seed: seed, draws: nil, kits: kits.words, threads: 1))
    if let out { try Commands.write(simulation.csv, to: out) }
    if let svg { try Commands.write(simulation.svg, to: svg) }
    Console.line(simulation.text)
  }
}

import ArgumentParser
import Foundation
import Pipeline

struct Experiments: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the review's claims as experiments on the model, over all parameter sets.",
    discussion: """
      Each claim of the review that can be an experiment is run over the whole ensemble of parameter sets and in both \
      structural variants of the adipose feedback (A as in the review, B as in human adipocytes). found is the median; \
      a set agrees when the sign is right and |log2| is at least 0.1 (for none at most 0.05). Disputed claims and mere \
      regressions of an input are shown and never counted. Exit code 1: a claim that counts is not reproduced by at \
      least 95 % of the sets.

      Examples:
        rheostat experiments
        rheostat experiments --claim C31 --claim C54
        rheostat experiments --format csv > experiments.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

  @Option(name: .customLong("claim"), help: "A claim (C01 to C57, P01 to P03, U01, U02); may be repeated.")
  var claims: [String] = []
  @Option(help: "table, csv or json.") var format = Format.table

  func run() throws {
    let report = try Commands.experiments(claims: claims.map { $0.uppercased() })
    switch format {
    case .table: Console.line(report.text)
    case .csv: Console.write(String(decoding: report.csv, as: UTF8.self), to: 1)
    case .json: Console.line(try report.json())
    }
    if report.hasMismatch { throw ExitCode(1) }
  }
}

import ArgumentParser
import Domain
import Foundation

/// The tool: parsing and exit codes, nothing else.
@main
struct Rheostat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rheostat",
    abstract: "Insulin-resistance indices, metabolic syndrome and a mechanistic mTORC1 phenotype for CKD cohorts.",
    discussion: """
      Research use; not a medical device. Nothing is sent anywhere: Rheostat never uses the network.

      Examples:
        rheostat run cohort.csv --out results
        rheostat map cohort.csv --out mapping.toml
        rheostat run cohort.csv --map mapping.toml --out results

      Exit codes: 0 done; 1 done, and something was rejected under --strict, or no steady state was found, or an experiment disagrees; 64 wrong \
      usage; 65 input data unusable; 66 input not there; 69 a needed part of the system is missing; 70 internal error; \
      73 output cannot be made; 74 input/output error.
      """,
    version: "rheostat \(ToolVersion.text)",
    subcommands: [
      Run.self, Ingest.self, Map.self, Score.self, Report.self, Tables.self, Keys.self, Forget.self, SBML.self,
      Explain.self, Simulate.self, Calc.self, Verify.self, Experiments.self, Doctor.self,
    ])

  static func main() {
    // Health data: what this process makes is for its user alone.
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    // A limit on file sizes is met as an error with a place and an advice, not as a silent death.
    signal(SIGXFSZ, SIG_IGN)
    // Where a standard descriptor is closed, no file of ours may take its number.
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as RheostatError {
      Console.error(error.description)
      Foundation.exit(error.code.rawValue)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success || code == .validationFailure || isUsage(error) { exit(withError: error) }
      Console.error("An unexpected error: \(error). Please report this with the version of Rheostat.")
      Foundation.exit(RheostatError.Code.internalError.rawValue)
    }
  }

  /// Errors of the argument parser carry their own message and exit code.
  private static func isUsage(_ error: any Error) -> Bool { error is ValidationError || error is CleanExit }
}

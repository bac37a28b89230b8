import ArgumentParser
import Domain
import Pipeline

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what this tool carries and needs, and whether it works here.",
    discussion: """
      Example:
        rheostat doctor
      """)

  func run() throws {
    var failed = false
    for finding in Health.examine() {
      Console.line("\(finding.works ? "ok     " : "MISSING")  \(finding.what): \(finding.detail)")
      failed = failed || !finding.works
    }
    if failed { throw ExitCode(RheostatError.Code.unavailable.rawValue) }
  }
}

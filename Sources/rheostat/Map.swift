import ArgumentParser
import Pipeline

struct Map: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draft a mapping of a file's columns, with its guess and evidence for each, for a person to check.",
    discussion: """
      The draft is never applied by itself.

      Example:
        rheostat map labs.csv --out mapping.toml
      """)

  @Argument(help: "A CSV file.") var input: String
  @Option(help: "Where to write the draft (default: standard output).") var out: String?

  func run() throws {
    let text = try Commands.draftMapping(input: input, out: out)
    if let out {
      Console.note("Draft written to \(out). Check every line, then: rheostat run \(input) --map \(out) --out results")
    } else {
      Console.write(Console.safe(text), to: 1)
    }
  }
}

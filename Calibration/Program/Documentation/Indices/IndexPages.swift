import ArgumentParser
import Domain
import Pipeline
import Report

/// Writes docs/indices: a page for each index, from the definition that computes it.
struct IndexPages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indices", abstract: "Write a page for each index: docs/indices.",
    discussion: """
      Run from the top of the repository.

      Example:
        calibrate indices --out docs/indices
      """)

  @Option(help: "The folder that is written.") var out = "docs/indices"

  mutating func run() throws {
    let verification = try Verification()
    var files = PageFiles()
    for index in CalculatedIndex.all {
      let page = IndexDocument(index: index, vectors: verification.rows.filter { $0.index == index.id })
      files.add("\(index.id).md", try page.bytes())
      if let plot = try page.plot() { files.add("plots/\(index.id).svg", plot) }
    }
    files.add("index.md", contents(verification))
    try files.write(to: out)
  }

  private func contents(_ verification: Verification) -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "Indices and syndromes")
    page.paragraph(
      "Written by `calibrate indices`; not edited by hand. Rules that all share, and cut-offs: \(Markdown.link("Indices and syndromes", to: "../indices.md")). Outside values: how many results of other programs or papers `rheostat verify` holds the index against."
    )
    page.table(
      ["index", "name", "unit", "outside values"],
      CalculatedIndex.all.map { index in
        [
          Markdown.link(index.id, to: "\(index.id).md"), "\(index.name)", "\(index.unit == "1" ? "" : index.unit)",
          "\(verification.rows.count { $0.index == index.id })",
        ]
      })
    return page.bytes
  }
}

/// The page of one index.
struct IndexDocument {
  let index: CalculatedIndex
  let vectors: [Verification.Row]

  func bytes() throws -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "\(index.name)")
    page.paragraph(
      "Written by `calibrate indices`; not edited by hand. \(Markdown.link("All indices", to: "index.md")).")
    page.paragraph("\(code: index.formula)")
    page.table(
      ["", ""],
      [
        ["column, name for `rheostat calc`", "\(code: index.id)"],
        ["unit", "\(index.unit == "1" ? "none" : index.unit)"],
        ["inputs", "\(index.inputs.map(Self.input).joined(separator: "; "))"], ["validity", "\(index.validity)"],
        ["cut-off", "\(index.cutoff)"], ["in CKD", "\(index.caveat)"], ["source", "\(index.source)"],
      ].filter { $0[1] != "" })
    if let example = vectors.first(where: { !$0.expected.isEmpty }) {
      page.heading(2, "Worked example")
      page.paragraph("\(code: "rheostat calc \(index.id) \(Self.typed(example.inputs))")")
      page.paragraph(
        "gives \(example.computed); \(example.oracle) gives \(example.expected).")
    } else if let words = Self.ownExamples[index.id] {
      page.heading(2, "Worked example")
      page.paragraph("\(code: "rheostat calc \(index.id) \(Self.typed(words))")")
      let answer = try index.answer(words.split(separator: " ").map(String.init))
      page.paragraph("gives \(answer.text). Nothing from outside stands beside it: it shows how to ask.")
    }
    if try plot() != nil {
      page.heading(2, "Behaviour")
      page.paragraph(
        "Each number of the example that changes the result runs over what is taken for it (albuminuria and its like from "
          + "a ten-thousandth of the highest on), with the others as they are. Where no line stands there is no value: the "
          + "validity above says why. The dotted line marks the example.")
      page.picture("plots/\(index.id).svg", "\(index.name) over the range of each input of the example")
    }
    page.heading(2, "Values from outside")
    guard !vectors.isEmpty else {
      page.paragraph("None could be had: no other program's or paper's result for this index was found.")
      return page.bytes
    }
    if vectors.count < 2 { page.paragraph("Only one could be had.") }
    page.table(
      ["inputs", "expected", "tolerance", "from"],
      vectors.map {
        [
          "\(code: Self.typed($0.inputs))", "\($0.expected.isEmpty ? "no value" : $0.expected)", "\($0.tolerance)",
          "\($0.oracle) (\($0.source))",
        ]
      })
    return page.bytes
  }

  /// Of what no other program or paper has a value for.
  private static let ownExamples = [
    "pew": "albumin=33g/L bmi=20.5 protein_intake=0.7g/kg/d energy_intake=28kcal/kg/d age=66 dialysis=haemodialysis"
  ]

  /// The index over the range of each input of its example; nil where it has no example, or no number in it.
  func plot() throws -> [UInt8]? {
    guard let inputs = vectors.first(where: { !$0.expected.isEmpty })?.inputs ?? Self.ownExamples[index.id] else {
      return nil
    }
    let behaviour = try IndexBehaviour(index, inputs.split(separator: " ").map(String.init))
    return behaviour.panels.isEmpty ? nil : IndexPlot(index: index, behaviour: behaviour).svg()
  }

  /// Inputs as a shell takes them: a unit that begins with a figure stands behind a blank, in quotes, as does the sign of a limit.
  static func typed(_ inputs: String) -> String {
    inputs.split(separator: " ").map { word in
      if word.contains(where: { "<>".contains($0) }) { return "'\(word)'" }
      guard let unit = word.firstRange(of: "10^9/L") else { return String(word) }
      return "\"\(word[..<unit.lowerBound]) \(word[unit])\""
    }.joined(separator: " ")
  }

  private static func input(_ name: String) -> String {
    guard let analyte = Analyte(name: name) else { return name }
    return "\(name) (\(analyte.info.label), \(analyte.info.unit))"
  }
}

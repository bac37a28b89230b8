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
      page.picture("plots/\(index.id).svg", "\(index.name) over a quarter to four times each input of the example")
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
    "pew": "albumin=33g/L prealbumin=240mg/L cholesterol=2.4mmol/L bmi=20.5 age=66 dialysis=haemodialysis",
    "mets_cds_2004":
      "sex=male age=50 bmi=27.4 triglyceride=2.1mmol/L hdl=0.85mmol/L sbp=146mmHg dbp=88mmHg glucose=5.4mmol/L"
      + " diabetes=none drug_bp=no hypertension=yes",
    "mets_cds_2020":
      "sex=female age=58 waist=88cm triglyceride=1.9mmol/L hdl=1.2mmol/L sbp=134mmHg dbp=80mmHg glucose=6.3mmol/L"
      + " diabetes=none drug_bp=no hypertension=no",
  ]

  /// Inputs as a shell takes them: a unit that begins with a figure stands behind a blank, in quotes.
  private static func typed(_ inputs: String) -> String {
    inputs.split(separator: " ").map { word in
      guard let unit = word.firstRange(of: "10^9/L") else { return String(word) }
      return "\"\(word[..<unit.lowerBound]) \(word[unit])\""
    }.joined(separator: " ")
  }

  private static func input(_ name: String) -> String {
    guard let analyte = Analyte(name: name) else { return name }
    return "\(name) (\(analyte.info.label), \(analyte.info.unit))"
  }

  /// The index as each measured input of the example goes from a quarter to four times its value.
  func plot() throws -> [UInt8]? {
    guard let example = vectors.first(where: { Double($0.computed) != nil }) else { return nil }
    let base = try CalculatedIndex.visits(example.inputs.split(separator: " ").map(String.init))
    let last = base.count - 1
    let labs = Analyte.allCases.filter { base[last].value($0) != nil }.prefix(2)
    let factors = (0...40).map { ExperimentMathBridge.exponential(Double($0 - 20) / 20 * 1.3862943611198906) }
    let curves = labs.map { analyte in
      (
        analyte.info.label,
        factors.map { factor -> (x: Double, y: Double) in
          var panel = base
          panel[analyte, last].value *= factor
          panel[analyte, last].reported *= factor
          return (ExperimentMathBridge.logarithm(factor) / 0.6931471805599453, index.answer(panel[last]).number ?? .nan)
        }.filter { $0.y.isFinite }
      )
    }.filter { $0.1.count > 1 }
    guard !curves.isEmpty else { return nil }
    return Self.draw(index.name, curves)
  }

  private static func draw(_ title: String, _ curves: [(String, [(x: Double, y: Double)])]) -> [UInt8] {
    let axis = Axis(holding: curves.flatMap { $0.1.map(\.y) }, atLeast: 0...1e-3, start: 210, end: 60)
    func x(_ value: Double) -> Double { 56 + (value + 2) / 4 * 330 }
    let styles: [StaticString] = ["a", "b"]
    return DrawingFile.bytes(
      width: PlotStyle.width, height: 250, style: PlotStyle.css, title: title,
      description: curves.map {
        "\($0.0): \(Figures.reading($0.1.first?.y ?? .nan)) to \(Figures.reading($0.1.last?.y ?? .nan))"
      }
      .joined(separator: ". ")
    ) { page in
      for (place, curve) in curves.enumerated() {
        page.line(56, 14 + Double(place) * 14, 80, 14 + Double(place) * 14, styles[place])
        page.label(86, 18 + Double(place) * 14, "small soft", curve.0)
      }
      for tick in axis.ticks {
        page.line(56, axis.pixel(tick), 386, axis.pixel(tick), "grid")
        page.label(50, axis.pixel(tick) + 4, "end small soft", Figures.reading(tick))
      }
      for power in -2...2 {
        page.label(x(Double(power)), 228, "middle small soft", ["1/4", "1/2", "1", "2", "4"][power + 2])
      }
      page.label(220, 244, "middle small soft", "times the value of the example")
      for (place, curve) in curves.enumerated() {
        page.path(curve.1.map { (x: x($0.x), y: axis.pixel($0.y)) }, styles[place])
      }
    }
  }
}

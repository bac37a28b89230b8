import Domain
@testable import Mechanism

/// What little knowledge gives: no labs, GFR alone, and a tree of three questions.
struct NullPage {
  let study: Study

  func bytes() -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "The null")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. What the tool says with next to nothing known, and how far three questions to the labs repeat its verdict."
    )
    page.heading(2, "No labs, and GFR alone")
    let shapes: [(String, [Analyte: Double], String)] = [
      ("nothing known", [:], ""), ("GFR 100", [.egfr: 100], "none"), ("GFR 60", [.egfr: 60], "none"),
      ("GFR 40", [.egfr: 40], "none"), ("GFR 25", [.egfr: 25], "none"), ("GFR 12", [.egfr: 12], "none"),
      ("haemodialysis", [:], "haemodialysis"), ("peritoneal dialysis", [:], "peritoneal"),
    ]
    let results = study.score(
      shapes.enumerated().map { number, shape in
        MadeUpVisit(labs: shape.1, codes: [.dialysis: shape.2, .fasting: "yes"], key: 300 + UInt64(number)).panel
      })
    page.table(
      ["known", "verdict", "sensitive", "suppressed", "overactivated", "mixed", "IR muscle (5 to 95 %)"],
      zip(shapes, results).map { shape, result in
        ["\(shape.0)", "\(result.verdict.name)"] + result.probabilities.map { "\(Figures.fixed($0))" } + [
          "\(Figures.fixed(result.insulinResistance[0].median)) (\(Figures.fixed(result.insulinResistance[0].low)) to \(Figures.fixed(result.insulinResistance[0].high)))"
        ]
      })
    page.paragraph(
      "With none of insulin, leptin, adiponectin, TNF-alpha, IL-6 and free fatty acids measured the verdict is withheld by rule."
    )
    tree(&page)
    return page.bytes
  }

  private func tree(_ page: inout MarkdownPage) {
    let people = DrawnPerson.cohort(2 * study.people, study: study, seed: 400_000)
    let results = study.score(people.map(\.visit.panel))
    let labels = results.map { Int($0.verdict.rawValue) }
    let names = Analyte.mechanismLabs + [.bmi, .crp, .albumin]
    let rows = people.map { one in
      names.map { $0 == .egfr ? one.visit.labs[$0] ?? 8 : one.visit.labs[$0] ?? .nan }
    }
    let half = people.count / 2
    let tree = DecisionTree(Array(rows[..<half]), Array(labels[..<half]), depth: 3)
    func share(_ range: Range<Int>, _ guess: (Int) -> Int) -> Double {
      Double(range.count { guess($0) == labels[$0] }) / Double(range.count)
    }
    let counts = Verdict.allCases.map { verdict in
      labels[..<half].count { $0 == Int(verdict.rawValue) }
    }
    let common = Int(Verdict.allCases[counts.firstIndex(of: counts.max() ?? 0) ?? 0].rawValue)
    page.heading(2, "A tree of depth three")
    page.paragraph(
      "Grown on \(half) people of the population model (half with kidney disease) and tried on \(people.count - half) others: it gives the tool's verdict in \(Figures.percent(share(half..<people.count) { tree.label(rows[$0]) })) of them, where always saying \(Verdict(rawValue: UInt8(common))?.name ?? "") would in \(Figures.percent(share(half..<people.count) { _ in common })). On dialysis GFR is taken as 8. What three questions repeat needs no mechanism; the rest is what the model adds, right or wrong."
    )
    page.list(
      tree.lines(names.map { "\($0.info.label) (\($0.info.unit))" }) { Verdict(rawValue: UInt8($0))?.name ?? "" }
        .map { Markdown(text: $0) })
  }
}

/// A classification tree (Breiman 1984): each question is the one that lowers the Gini impurity most.
struct DecisionTree {
  indirect enum Node {
    case leaf(Int)
    case question(column: Int, limit: Double, below: Node, above: Node)
  }
  private let root: Node

  init(_ rows: [[Double]], _ labels: [Int], depth: Int) {
    root = Self.grow(rows, labels, Array(rows.indices), depth)
  }

  func label(_ row: [Double]) -> Int {
    var node = root
    while case .question(let column, let limit, let below, let above) = node {
      node = row[column] < limit ? below : above
    }
    if case .leaf(let label) = node { return label }
    return 0
  }

  /// The questions as text, the way to a leaf a line.
  func lines(_ names: [String], _ label: (Int) -> String) -> [String] {
    func walk(_ node: Node, _ way: [String]) -> [String] {
      switch node {
      case .leaf(let value): [(way.isEmpty ? "always" : way.joined(separator: ", ")) + ": " + label(value)]
      case .question(let column, let limit, let below, let above):
        walk(below, way + ["\(names[column]) below \(Figures.reading(limit))"])
          + walk(above, way + ["\(names[column]) from \(Figures.reading(limit))"])
      }
    }
    return walk(root, [])
  }

  private static func counts(_ labels: [Int], _ members: some Sequence<Int>) -> [Int: Int] {
    members.reduce(into: [:]) { $0[labels[$1], default: 0] += 1 }
  }

  private static func impurity(_ counts: [Int: Int]) -> Double {
    let total = Double(counts.values.reduce(0, +))
    return total == 0 ? 0 : total - counts.values.reduce(0.0) { $0 + Double($1 * $1) } / total
  }

  private static func grow(_ rows: [[Double]], _ labels: [Int], _ members: [Int], _ depth: Int) -> Node {
    let own = counts(labels, members)
    let common = own.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    guard depth > 0, own.count > 1 else { return .leaf(common) }
    var best: (gain: Double, column: Int, limit: Double) = (0, -1, 0)
    for column in rows[0].indices {
      let order = members.sorted { (rows[$0][column], $0) < (rows[$1][column], $1) }
      var (below, above) = ([Int: Int](), own)
      for place in 0..<order.count - 1 {
        below[labels[order[place]], default: 0] += 1
        above[labels[order[place]], default: 0] -= 1
        let (value, next) = (rows[order[place]][column], rows[order[place + 1]][column])
        guard value < next, place >= 9, order.count - place > 10 else { continue }
        let gain = impurity(own) - impurity(below) - impurity(above)
        if gain > best.gain { best = (gain, column, (value + next) / 2) }
      }
    }
    guard best.column >= 0 else { return .leaf(common) }
    return .question(
      column: best.column, limit: best.limit,
      below: grow(rows, labels, members.filter { rows[$0][best.column] < best.limit }, depth - 1),
      above: grow(rows, labels, members.filter { rows[$0][best.column] >= best.limit }, depth - 1))
  }
}

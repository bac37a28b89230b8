import Domain

/// The four class probabilities as bars with their numbers, and the line that a verdict needs.
enum ProbabilityBars {
  /// The probability that the first class needs for a verdict.
  static let threshold = 0.7

  static func write(_ page: inout HTMLWriter, _ result: PhenotypeResult, id: Int) {
    let words = PhenotypeClass.allCases.map {
      $0.name + " " + NumberText.fixed(result.probabilities.at($0.rawValue) ?? .nan, 2)
    }
    let left = 104.0
    let right = 330.0
    let scale = right - left
    page.drawing(
      width: 400, height: 148, id: id, title: "Probability of each class",
      description: "Bars from 0 to 1: " + words.joined(separator: ", ") + ". A verdict needs "
        + NumberText.fixed(threshold, 1) + "."
    ) { page in
      for (index, value) in PhenotypeClass.allCases.enumerated() {
        let y = 8 + Double(index) * 27
        let share = result.probabilities.at(value.rawValue) ?? .nan
        page.label(left - 8, y + 14, "end", Wording.capital(value.name))
        page.bar(left, y, scale * (share.isFinite ? share : 0), 19, style(value))
        page.label(right + 8, y + 14, "strong", share.isFinite ? NumberText.fixed(share, 3) : "\u{2013}")
        page.newline()
      }
      for tick in [0.0, 0.25, 0.5, 0.75, 1] {
        let x = left + scale * tick
        page.line(x, 114, x, 118, "axis")
        page.label(x, 131, "middle soft", NumberText.reading(tick))
      }
      page.line(left, 114, right, 114, "axis")
      let x = left + scale * threshold
      page.line(x, 4, x, 114, "zero")
      page.label(x, 145, "middle", "a verdict needs " + NumberText.fixed(threshold, 1))
    }
  }

  /// The fill of a class.
  static func style(_ value: PhenotypeClass) -> StaticString {
    switch value {
    case .sensitive: "c-sensitive"
    case .suppressed: "c-suppressed"
    case .overactivated: "c-overactivated"
    case .mixed: "c-mixed"
    }
  }
}

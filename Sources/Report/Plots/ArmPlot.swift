import Domain

/// The four arms of each tissue: bars to the right make the tissue more resistant, bars to the left less;
/// together they end at the mean IR index.
enum ArmPlot {
  static func write(_ page: inout HTMLWriter, _ result: PhenotypeResult, id: Int) {
    let sums = result.arms.flatMap { arms in
      [arms.filter { $0 > 0 }.reduce(0, +), arms.filter { $0 < 0 }.reduce(0, +)]
    }
    let axis = Axis(holding: sums, atLeast: -0.2...0.8, start: 64, end: 386)
    let spoken = Tissue.allCases.map { tissue in
      Wording.label(tissue) + ": "
        + Arm.allCases.map {
          $0.name + " " + NumberText.fixed(result.arms.at(tissue.rawValue)?.at($0.rawValue) ?? .nan, 2)
        }.joined(separator: ", ")
    }
    page.drawing(
      width: 400, height: 168, id: id, title: "What makes each tissue resistant",
      description: "Mean contribution of four arms to the IR index. " + spoken.joined(separator: "; ") + "."
    ) { page in
      let zero = axis.pixel(0)
      page.label(zero - 8, 14, "end soft", "\u{2190} less")
      page.label(zero + 8, 14, "soft", "more resistant \u{2192}")
      for tick in axis.ticks {
        page.line(axis.pixel(tick), 22, axis.pixel(tick), 134, "grid")
        page.label(axis.pixel(tick), 150, "middle soft", NumberText.reading(tick))
      }
      for tissue in Tissue.allCases {
        row(&page, result.arms.at(tissue.rawValue) ?? [], tissue, axis)
      }
      page.line(zero, 22, zero, 134, "zero")
    }
    key(&page)
  }

  private static func row(_ page: inout HTMLWriter, _ arms: [Double], _ tissue: Tissue, _ axis: Axis) {
    let y = 28 + Double(tissue.rawValue) * 36
    page.label(56, y + 18, "end", Wording.label(tissue))
    var right = 0.0
    var left = 0.0
    for arm in Arm.allCases {
      guard let value = arms.at(arm.rawValue), value.isFinite, value != 0 else { continue }
      let from = value > 0 ? right : left + value
      let to = value > 0 ? right + value : left
      if value > 0 { right = to } else { left = from }
      let x = axis.pixel(from)
      let width = axis.pixel(to) - x
      page.bar(x, y, max(0, width - 1), 26, style(arm))
      if width >= 14 { page.label(x + width / 2, y + 17, "inside", letter(arm)) }
    }
    page.newline()
  }

  private static func key(_ page: inout HTMLWriter) {
    page.element("ul", .class("key")) { page in
      for arm in Arm.allCases {
        page.element("li") { page in
          page.markup("<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">")
          page.bar(0, 0, 20, 20, style(arm))
          page.label(10, 14.5, "inside", letter(arm))
          page.markup("</svg>")
          page.text(Wording.label(arm) + ": " + Wording.meaning(arm))
        }
      }
    }
  }

  private static func letter(_ arm: Arm) -> String { String(Wording.label(arm).prefix(1)) }

  private static func style(_ arm: Arm) -> StaticString {
    switch arm {
    case .upstream: "a-upstream"
    case .lipid: "a-lipid"
    case .feedback: "a-feedback"
    case .capacity: "a-capacity"
    }
  }
}

import Domain

/// mTORC1 and IR by tissue, and the arms, each as a drawing and as numbers.
enum MechanismSection {
  static func write(_ page: inout HTMLWriter, _ result: PhenotypeResult, number: Int) {
    guard result.insulinResistance.contains(where: { $0.median.isFinite }) else { return }
    page.element("h3", text: "Insulin resistance and mTORC1 by tissue")
    page.element("figure") { page in
      page.element(
        "figcaption",
        text: "Median (dot) and 5th to 95th centile (bar) over the draws; 0 is the reference person of the same sex")
      TissuePlot.write(&page, result, id: number * 10 + 1)
    }
    tissueTable(&page, result)
    page.element("h3", text: "What makes each tissue resistant, in the model")
    page.element("div", .class("pair")) { arms(&$0, result, number: number) }
  }

  private static func arms(_ page: inout HTMLWriter, _ result: PhenotypeResult, number: Int) {
    page.element("figure") { page in
      page.element(
        "figcaption", text: "Mean contribution of four arms; the bars of a tissue add up to its mean IR index")
      ArmPlot.write(&page, result, id: number * 10 + 3)
    }
    armTable(&page, result)
  }

  private static func tissueTable(_ page: inout HTMLWriter, _ result: PhenotypeResult) {
    page.stackedTable(
      caption: "Medians with 5th and 95th centile",
      columns: ["Tissue", "IR index", "IR reading", "mTORC1, log2", "mTORC1 reading", "mTORC1 in the clamp"]
    ) { page in
      for tissue in Tissue.allCases {
        let resistance = result.insulinResistance.at(tissue.rawValue) ?? DrawSummary.none
        let activity = result.mtorc1.at(tissue.rawValue) ?? DrawSummary.none
        page.stackedRow { page in
          page.rowHeading { $0.text(Wording.label(tissue)) }
          page.cell("IR index") { $0.text(TissuePlot.interval(resistance)) }
          page.cell("IR reading") {
            $0.text(
              TissuePlot.side(
                resistance, less: "less resistant than reference", more: "more resistant than reference"))
          }
          page.cell("mTORC1, log2") { $0.text(TissuePlot.interval(activity)) }
          page.cell("mTORC1 reading") {
            $0.text(TissuePlot.side(activity, less: "less than reference", more: "more than reference"))
          }
          page.cell("mTORC1 in the clamp") {
            $0.text(TissuePlot.interval(result.probeMTORC1.at(tissue.rawValue) ?? DrawSummary.none))
          }
        }
      }
    }
    page.element(
      "p", .class("small"),
      text: "IR index: minus the natural logarithm of the insulin response over the reference response, in a computed "
        + "clamp. mTORC1: habitual activity over that of the reference, so \u{2212}1 is half and 1 is twice. In the clamp all have "
        + "the same insulin, at which a resistant tissue always shows less: it does not decide.")
  }

  private static func armTable(_ page: inout HTMLWriter, _ result: PhenotypeResult) {
    page.element(
      "div", .class("scroll"), .literal("tabindex", "0"), .role("region"),
      .literal("aria-label", "Arms in numbers; their sum is the mean IR index")
    ) { numbers(&$0, result) }
  }

  private static func numbers(_ page: inout HTMLWriter, _ result: PhenotypeResult) {
    page.element("table") { page in
      page.element("caption", text: "Arms in numbers; their sum is the mean IR index")
      page.element("thead") { page in
        page.element("tr") { page in
          page.element("th", .literal("scope", "col"), text: "Tissue")
          for arm in Arm.allCases {
            page.element("th", .literal("scope", "col"), .class("n"), text: Wording.label(arm))
          }
          page.element("th", .literal("scope", "col"), .class("n"), text: "Sum")
        }
      }
      page.element("tbody") { page in
        for tissue in Tissue.allCases {
          page.element("tr") { page in
            page.element("th", .literal("scope", "row"), text: Wording.label(tissue))
            for arm in Arm.allCases { cell(&page, result.arms.at(tissue.rawValue)?.at(arm.rawValue) ?? .nan) }
            cell(&page, result.insulinResistance.at(tissue.rawValue)?.mean ?? .nan)
          }
          page.newline()
        }
      }
    }
  }

  private static func cell(_ page: inout HTMLWriter, _ value: Double) {
    page.element("td", .class("n"), text: value.isFinite ? NumberText.fixed(value, 2) : "\u{2013}")
  }
}

import Domain

/// The verdict: one sentence, why, the four probabilities, and what the missing labs do to them.
enum VerdictSection {
  static func write(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    guard let result = visit.phenotype else {
      page.element("div", .class("verdict")) { page in
        page.element("p", .class("sentence"), text: "The mechanism was not run for this visit.")
        page.element("p", text: "There is no verdict. Labs, indices and syndrome criteria below do not depend on it.")
      }
      return
    }
    box(&page, result, missing: visit.mechanismLabsMissing)
    if result.probabilities.allSatisfy(\.isNaN) {
      page.element(
        "p", text: "No state of the model could be solved for this visit, so there are no probabilities.")
    } else {
      page.element("div", .class("pair")) { page in
        page.element("figure") { page in
          page.element("figcaption", text: "Probability of each class")
          ProbabilityBars.write(&page, result, id: visit.number * 10)
          page.element("p", .class("small"), text: error(result))
        }
        table(&page, result)
      }
    }
  }

  private static func box(_ page: inout HTMLWriter, _ result: PhenotypeResult, missing labs: [Analyte]) {
    page.element("div", style(result.verdict)) { page in
      page.element("p", .class("sentence"), text: Wording.sentence(result))
      page.element("p") { page in
        page.element("strong", text: "Why: ")
        page.data(result.reason, limit: 1000)
        page.text(" ")
        page.element("span", .class("small")) { page in
          page.text("code: ")
          page.element("code") { $0.data(result.reasonCode) }
        }
      }
      if !result.guards.isEmpty {
        page.element("p") { page in
          page.element("strong", text: "A guard forced this, whatever the probabilities: ")
          for (place, name) in result.guards.enumerated() {
            if place > 0 { page.text("; ") }
            page.element("code") { $0.data(name) }
          }
        }
      }
      for caveat in result.caveats {
        page.element("p") { page in
          page.element("strong", text: "Mind: ")
          page.data(caveat, limit: 1000)
        }
      }
      page.element("p", text: missing(labs, result))
      if let words = next(result) { page.element("p", text: words) }
    }
    page.newline()
  }

  private static func style(_ verdict: Verdict) -> HTMLWriter.Attribute {
    switch verdict {
    case .indeterminate: .class("verdict")
    case .sensitive: .class("verdict sensitive")
    case .suppressed: .class("verdict suppressed")
    case .overactivated: .class("verdict overactivated")
    case .mixed: .class("verdict mixed")
    }
  }

  /// What the labs that were not measured do to the answer.
  private static func missing(_ missing: [Analyte], _ result: PhenotypeResult) -> String {
    let all = Analyte.mechanismLabs.count
    guard !missing.isEmpty else {
      return
        "All labs of the mechanism that apply are known: the spread below is that of the model, of laboratory error and of what else is not known (nutrition, acidosis, vitamin D)."
    }
    let subject =
      (missing.count == all
        ? "None of the \(all) labs of the mechanism is known ("
        : "\(missing.count) of the \(all) labs of the mechanism \(missing.count == 1 ? "is" : "are") not known (")
      + Wording.known(missing) + "). "
    let spread = result.insulinResistance.first.map { $0.high - $0.low } ?? .nan
    guard spread.isFinite else { return subject }
    return subject + "The model ran over what they could be in people like this one, which widens the answer: "
      + "the IR index of muscle spans \(NumberText.fixed(spread, 2)) from its 5th to its 95th centile."
  }

  /// Which missing labs would tell most; nil where none is missing.
  private static func next(_ result: PhenotypeResult) -> String? {
    guard !result.gains.isEmpty else { return nil }
    if result.reasonCode == "labs_missing" {
      return
        "Before there is a verdict one of insulin, leptin, adiponectin, TNF-alpha, IL-6 and free fatty acids must be measured."
    }
    let settling = result.gains.filter { $0.settles >= 0.005 }.prefix(3).map { gain in
      "\(Wording.known(gain.analyte)) (class foretold in about \(NumberText.fixed(gain.settles * 100, 0)) more of 100 draws)"
    }
    if !settling.isEmpty {
      return "What would tell most if it were measured: " + settling.joined(separator: "; ") + "."
    }
    let narrowing = result.gains.filter { $0.narrows >= 0.005 }.prefix(2).map { gain in
      "\(Wording.known(gain.analyte)) (by about \(NumberText.fixed(gain.narrows * 100, 0)) %)"
    }
    let none = "No lab that is missing would settle the class better."
    guard !narrowing.isEmpty else { return none }
    return none + " The variance of the IR index of muscle would shrink with " + narrowing.joined(separator: "; ") + "."
  }

  private static func error(_ result: PhenotypeResult) -> String {
    var text = "\(result.draws) draws"
    if result.monteCarloErrorMax.isFinite {
      text +=
        "; Monte-Carlo standard error of each probability at most "
        + NumberText.reading(result.monteCarloErrorMax)
    }
    if result.failedDraws > 0 { text += "; \(result.failedDraws) draws left out because no solution was certified" }
    return text
      + ". Each draw has another of the calibrated parameter sets, so that what is not known of the parameters is "
      + "in these numbers; what is wrong with the model's structure is not. That overnutrition makes tissue resistant "
      + "through feedback was put into the model, not found by it."
  }

  private static func table(_ page: inout HTMLWriter, _ result: PhenotypeResult) {
    page.element("table") { page in
      page.element(
        "caption", text: "In numbers, over all draws and in each variant of the feedback in fat")
      page.markup(
        """
        <thead><tr><th scope="col">Class</th><th scope="col" class="n">All</th>\
        <th scope="col" class="n">Variant A: negative</th>\
        <th scope="col" class="n">Variant B: weak or positive</th></tr></thead>

        """)
      page.element("tbody") { page in
        for value in PhenotypeClass.allCases {
          page.element("tr") { page in
            page.element("th", .literal("scope", "row")) { page in
              page.text(Wording.capital(value.name))
              page.element("span", .class("small"), text: Wording.meaning(value))
            }
            share(&page, result.probabilities.at(value.rawValue))
            for variant in 0..<2 { share(&page, result.probabilitiesByVariant.at(variant)?.at(value.rawValue)) }
          }
          page.newline()
        }
      }
    }
    page.newline()
  }

  private static func share(_ page: inout HTMLWriter, _ value: Double?) {
    guard let value, value.isFinite else {
      page.element("td", .class("n"), text: "\u{2013}")
      return
    }
    page.element("td", .class("n"), text: NumberText.fixed(value, 3))
  }
}

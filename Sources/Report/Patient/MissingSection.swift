import Domain

/// What was not there, in one place.
enum MissingSection {
  static func write(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    page.element("h3", text: "What was missing")
    page.element("dl") { page in
      line(&page, "Labs of the mechanism", Wording.known(visit.mechanismLabsMissing))
      let isOnDialysis = [.haemodialysis, .peritoneal].contains(visit.panel.dialysis)
      let others = Analyte.allCases.filter { analyte in
        !Analyte.mechanismLabs.contains(analyte) && !visit.knows(analyte)
          && (isOnDialysis || !Analyte.dialysisItems.contains(analyte))
      }
      // Where nobody filled in the form its seven items are one.
      let items = Analyte.malnutritionItems
      let isFormEmpty = items.allSatisfy { others.contains($0) }
      let listed = isFormEmpty ? others.filter { !items.contains($0) } : others
      line(&page, "Other labs and vitals", Wording.known(listed) + (isFormEmpty ? "; MIS items 1 to 7" : ""))
      let covariates = Covariate.allCases.filter { visit.panel.code($0) == 0 && visit.panel.drug($0) == .unknown }.map(
        \.label)
      line(&page, "Not recorded", ((visit.panel.age == nil ? ["Age"] : []) + covariates).joined(separator: "; "))
      let indices = visit.indices.filter { $0.value.value.isNaN }.map(\.definition.name)
      line(&page, "Indices without a value", indices.joined(separator: "; "))
      let undetermined = visit.syndromes.filter { $0.value.strict == .undetermined }.map(\.definition.name)
      line(&page, "Syndromes undetermined", undetermined.joined(separator: "; "))
    }
    page.newline()
  }

  private static func line(_ page: inout HTMLWriter, _ term: String, _ text: String) {
    page.element("dt", text: term)
    page.element("dd", text: text.isEmpty ? "nothing" : text)
  }
}

import Domain

/// The list of patients with links to their pages.
enum CohortList {
  static func open(_ page: inout HTMLWriter, patients: Int, listed: Int) {
    page.markup("<section aria-labelledby=\"patients\"><h2 id=\"patients\">Patients</h2>\n")
    if listed < patients {
      page.element(
        "p",
        text: "The first \(listed) of \(patients) are listed; all stand in patients.csv, and each has a page under "
          + "patients/ named by study number.")
    }
    page.markup(
      """
      <div class="scroll" tabindex="0" role="region" aria-label="List of patients">
      <table><caption>At baseline</caption>
      <thead><tr><th scope="col">Patient</th><th scope="col">Verdict</th><th scope="col" class="n">Probability</th>\
      <th scope="col" class="n">HOMA-IR</th><th scope="col" class="n">eGFR, mL/min/1.73 m2</th>\
      <th scope="col">CKD</th></tr></thead>
      <tbody>

      """)
  }

  static func row(_ page: inout HTMLWriter, _ record: VisitRecord) {
    page.markup("<tr><th scope=\"row\">")
    let key = record.panel.visit.patientKey
    page.element("a", .patientLink(key), text: key)
    page.markup("</th><td>")
    page.text(record.phenotype?.verdict.name ?? "not run")
    page.markup("</td><td class=\"n\">")
    page.text(probability(record.phenotype))
    page.markup("</td><td class=\"n\">")
    page.text(number(record.index("homa_ir")?.value.value))
    page.markup("</td><td class=\"n\">")
    page.text(number(record.index("egfr")?.value.value ?? record.panel.value(.egfr)))
    page.markup("</td><td>")
    page.text([record.level("ckd_g"), record.level("ckd_a")].compactMap(\.self).joined(separator: " "))
    page.markup("</td></tr>\n")
  }

  static func close(_ page: inout HTMLWriter) { page.markup("</tbody></table></div></section>\n") }

  /// The probability of the class that leads, with its name where the verdict does not give it.
  private static func probability(_ result: PhenotypeResult?) -> String {
    guard let result else { return "" }
    var leader: PhenotypeClass?
    var highest = -Double.infinity
    for value in PhenotypeClass.allCases {
      if let share = result.probabilities.at(value.rawValue), share > highest {
        highest = share
        leader = value
      }
    }
    guard let leader, highest.isFinite else { return "" }
    let text = NumberText.fixed(highest, 2)
    return result.verdict == .indeterminate ? leader.name + " " + text : text
  }

  private static func number(_ value: Double?) -> String { NumberText.reading(value ?? .nan) }
}

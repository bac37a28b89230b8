/// What was read and what became of it, and where the tables are.
enum CohortFlow {
  static func write(_ page: inout HTMLWriter, _ cohort: CohortPage, flow: [FlowRow]) {
    page.element("section", .literal("aria-labelledby", "flow")) { page in
      page.element("h2", .literal("id", "flow"), text: "What was read, and what became of it")
      page.element(
        "p", text: "Accepted, set aside and rejected add up to what was read, for rows and for results apart.")
      page.element("table") { page in
        page.element("caption", text: "Accounting, as in flow.csv")
        page.markup(
          "<thead><tr><th scope=\"col\">Of</th><th scope=\"col\">Outcome</th><th scope=\"col\">Reason</th><th scope=\"col\" class=\"n\">Number</th></tr></thead>\n"
        )
        page.element("tbody") { page in
          for row in flow {
            page.element("tr") { page in
              page.element("th", .literal("scope", "row")) { $0.data(Wording.words(row.level)) }
              page.element("td") { $0.data(Wording.words(row.outcome)) }
              page.element("td") { $0.data(Wording.words(row.reason)) }
              page.element("td", .class("n"), text: String(row.n))
            }
            page.newline()
          }
        }
      }
    }
    page.newline()
  }

  static func tables(_ page: inout HTMLWriter) {
    page.markup(
      """
      <section aria-labelledby="tables"><h2 id="tables">Tables</h2>
      <ul>
      <li><a href="../tables/patients.csv">patients.csv</a>: one row a patient and visit, the analysis set</li>
      <li><a href="../tables/codebook.csv">codebook.csv</a>: every column with unit, formula, source and coding</li>
      <li><a href="../tables/results_long.csv">results_long.csv</a>: one row a result, with its status and reason</li>
      <li><a href="../tables/flow.csv">flow.csv</a>: the accounting</li>
      <li><a href="../tables/table1_by_phenotype.html">Table 1 by phenotype</a></li>
      </ul></section>

      """)
  }
}

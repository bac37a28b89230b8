import Domain

/// The IR index of NHANES 2017-2018 beside HOMA-IR and TyG, and how often and why the verdict is withheld.
struct NHANESPage {
  let table: DataFile

  func bytes() -> [UInt8] {
    func number(_ row: Int, _ column: String) -> Double { Double(table.value(row, column)) ?? .nan }
    // The mechanism is of adults: minors have no verdict, and are not counted.
    let rows = table.rows.indices.filter { number($0, "age") >= 18 }
    let minors = table.rows.count - rows.count
    var page = MarkdownPage()
    page.heading(1, "NHANES 2017-2018")
    page.paragraph(
      "Written by `calibrate validate --nhanes`; not edited by hand. \(rows.count) adults with a morning sample, taken in with the mapping of examples/nhanes; \(minors) who are under 18, or of no stated age, get no verdict and are left out here. Of the eight labs of the mechanism NHANES has glucose, insulin and creatinine; leptin, adiponectin, TNF-alpha, IL-6 and free fatty acids are drawn from the population model. There is no clamp in NHANES: agreement with HOMA-IR is agreement with fasting insulin, which both read."
    )
    page.heading(2, "The IR index of muscle beside indices")
    page.table(
      ["index", "people with both", "rank correlation (95 %)"],
      ["homa_ir", "tyg", "bmi", "waist"].map { column in
        let both = rows.filter { number($0, "ir_muscle").isFinite && number($0, column).isFinite }
        return [
          "\(code: column)", "\(both.count)",
          "\(RankCorrelation.interval(both.map { number($0, "ir_muscle") }, both.map { number($0, column) }))",
        ]
      })
    page.heading(2, "Distribution")
    page.table(
      ["group", "people", "IR muscle, median (5 to 95 %)", "IR liver", "HOMA-IR", "mTORC1 muscle"],
      groups(rows).map { name, members in
        func interval(_ column: String) -> Markdown {
          "\(Interval(members.map { number($0, column) }).text(Figures.fixed))"
        }
        return [
          "\(name)", "\(members.count)", interval("ir_muscle"), interval("ir_liver"), interval("homa_ir"),
          interval("mtorc1_muscle"),
        ]
      })
    page.heading(2, "Verdicts, and why they are withheld")
    count(&page, rows.map { table.value($0, "phenotype") }, "verdict")
    count(&page, rows.map { table.value($0, "reason_code") }, "reason")
    return page.bytes
  }

  private func groups(_ rows: [Int]) -> [(String, [Int])] {
    func bmi(_ row: Int) -> Double { Double(table.value(row, "bmi")) ?? .nan }
    func gfr(_ row: Int) -> Double { Double(table.value(row, "egfr")) ?? .nan }
    return [
      ("all", rows), ("BMI below 25", rows.filter { bmi($0) < 25 }),
      ("BMI 25 to 30", rows.filter { bmi($0) >= 25 && bmi($0) < 30 }), ("BMI from 30", rows.filter { bmi($0) >= 30 }),
      ("diabetes recorded", rows.filter { ["type1", "type2", "unspecified"].contains(table.value($0, "diabetes")) }),
      ("eGFR below 60", rows.filter { gfr($0) < 60 }), ("eGFR below 45", rows.filter { gfr($0) < 45 }),
    ].filter { !$0.1.isEmpty }
  }

  private func count(_ page: inout MarkdownPage, _ words: [String], _ heading: String) {
    let counts = Dictionary(grouping: words, by: \.self).mapValues(\.count)
    page.table(
      ["\(heading)", "people", "share"],
      counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { word, count in
        ["\(word)", "\(count)", "\(Figures.percent(Double(count) / Double(words.count)))"]
      })
  }
}

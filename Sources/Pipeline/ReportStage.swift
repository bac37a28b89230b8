import Domain
import Report
import Store

/// Writes one HTML page a patient and the page of the cohort.
public enum ReportStage {
  /// Writes `reports/index.html` and `reports/patients/<key>.html`.
  /// - Parameter patients: study numbers; nil for everybody. With a selection the cohort page is left as it is.
  public static func run(
    store: CohortStore, folder: OutputFolder, patients: Set<Int64>?, flow: [FlowRow], settings: ReportSettings,
    progress: ProgressHandler
  ) throws {
    try folder.folder("reports/patients")
    let catalogue = try ScoreStage.catalogue(of: store)
    let total = try Int64(patients?.count ?? store.patientCount())
    var cohort = CohortPage(catalogue: catalogue, settings: settings)
    // At most CohortPage.listLimit patients are listed: this does not grow with the cohort.
    var list: [UInt8] = []
    var done: Int64 = 0
    try ScoredCohort.forEachBlock(of: store, catalogue: catalogue, provenance: true, only: patients) { block, _ in
      if patients == nil {
        cohort.add(block)
        list += cohort.patientRows(block)
      }
      var start = 0
      while start < block.panel.count {
        let patient = block.panel.visits[start].patient
        var end = start
        while end < block.panel.count, block.panel.visits[end].patient == patient { end += 1 }
        if patients?.contains(patient) ?? true {
          try folder.write(
            "reports/patients/\(StudyNumber.text(patient)).html",
            PatientPage.render(block, rows: start..<end, catalogue: catalogue, settings: settings))
          done += 1
          if done & 63 == 0 {
            progress(
              StageProgress(stage: "report", done: done, total: total, unit: "patients", ended: false, summary: ""))
          }
        }
        start = end
      }
    }
    if patients == nil {
      try folder.write("reports/index.html", cohort.render(flow: flow, patientRows: list))
      folder.removeLeftovers(in: "reports/patients", where: isPage)
    }
    progress(
      StageProgress(
        stage: "report", done: done, total: total, unit: "patients", ended: true,
        summary: done == 1 ? "1 patient page" : "\(done) patient pages"))
  }

  /// Whether a file of this name among the patients' pages is one that Rheostat makes, or was about to.
  static func isPage(_ name: String) -> Bool {
    name.hasSuffix(".partial") || name.hasSuffix(".html") && StudyNumber.number(name.dropLast(5)) != nil
  }
}

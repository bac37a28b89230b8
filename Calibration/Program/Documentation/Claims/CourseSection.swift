/// What the page of a claim says over days: of C53 a habit taken on, of C54 treatments.
struct CourseSection {
  let claim: String
  let courses: [TreatmentCourse]
  private var isHabit: Bool { claim == "C53" }

  /// Where the drawing is, from the page.
  var path: String { "plots/\(claim)-days.svg" }

  var plot: CoursePlot {
    isHabit
      ? CoursePlot(
        courses: courses, title: "C53: from health into overnutrition", names: ("overfed", "back at the old habit"),
        axis: "days of overnutrition; log2 of what is read")
      : CoursePlot(
        courses: courses, title: "C54: the insulin response of muscle over days of treatment",
        names: ("treatment on in the clamp", "stopped before it"), axis: "days of treatment; log2 of the response")
  }

  func write(_ page: inout MarkdownPage) {
    page.heading(2, "Over days")
    if isHabit { overfed(&page) } else { treated(&page) }
    page.picture(
      path,
      isHabit
        ? "S6K of three tissues and the insulin response of muscle over two weeks of overnutrition"
        : "The insulin response of muscle over two weeks of treatment")
    let (on, off) = isHabit ? ("overfed", "back at the old habit") : ("taken", "left out of the clamp")
    page.table(
      [
        "", "at the start, \(on)", "after two weeks, \(on)", "after a day, \(off)", "after two weeks, \(off)",
        "sets with a course",
      ],
      courses.map { course in
        func text(_ intervals: [Interval], _ day: Double) -> Markdown {
          "\(course.days.firstIndex(of: day).map { intervals[$0].text(Figures.fixed) } ?? Figures.none)"
        }
        let last = course.days.last ?? 0
        return [
          "\(course.title)", text(course.during, 0), text(course.during, last), text(course.after, 1),
          text(course.after, last), "\(course.solved) of \(course.count)",
        ]
      })
  }

  private func overfed(_ page: inout MarkdownPage) {
    page.paragraph(
      "A healthy man takes on the plasma and the fat of the overfed at once, and keeps them for two weeks. S6K is read as it "
        + "is, the insulin response of muscle in the same clamp again and again: each overfed, and back at the old habit. At "
        + "the start only fast signalling has settled, which is what the acute facts on amino acids see (F03, F06); over days "
        + "IRS1, Grb10 and capacity follow, and what is left when the old habit comes back is their part. Variant A; log2 over "
        + "what was before. Back at the old habit S6K lies below where it began, since the feedback that was built up is still "
        + "there and what drove it is gone: that is no recovery. All of the old plasma and fat come back at once there. The "
        + "calibration saw the claim; nobody has followed people so, and body fat does not come in a day."
    )
  }

  private func treated(_ page: inout MarkdownPage) {
    page.paragraph(
      "Each treatment is taken for two weeks, and the insulin response of muscle is taken in the same clamp again and "
        + "again: with the treatment still on, and with it left out of that clamp. At the start only fast signalling has settled, "
        + "and more mTORC1 means more feedback (amino acids make healthy people resistant, F03); over days IRS1, Grb10 and "
        + "capacity follow. Keto acids raise PI3K too (claim C39), and so the response at once. Variant A; log2 of the "
        + "response over that before. The calibration saw the claim.")
    let unimproved = courses.filter { ($0.during.last?.low ?? 0) <= 0 }
    guard !unimproved.isEmpty else { return }
    page.paragraph(
      "**Taken up to the clamp, these are not shown to improve the response after two weeks: "
        + "\(unimproved.map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }.joined(separator: ", ")).** What agrees "
        + "with the claim is the response in a clamp without the treatment, when its feedback is gone and what it built is "
        + "still there. How much keto acids do at once is a prior that is assumed; nobody has measured it.")
  }
}

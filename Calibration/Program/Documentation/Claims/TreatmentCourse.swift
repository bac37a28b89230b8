import Mechanism

/// What is followed over two weeks, over the ensemble in variant A: a treatment or a new habit, with what is read under it
/// and under the inputs from before (claims C53 and C54, beside F03 and F06).
struct TreatmentCourse {
  let title: String
  let days: [Double]
  /// log2 of what is read over that before, by day.
  let during, after: [Interval]
  /// Sets with a course, of all.
  let solved, count: Int

  /// What claim C54 is followed on: a healthy person first, in whom amino acids make muscle resistant at once.
  private static let treatments = [
    (background: "healthy", treatment: "leucine=1", title: "Leucine in health"),
    (background: "ckd", treatment: "leucine=1", title: "Leucine in CKD"),
    (background: "ckd", treatment: "keto_acids=1", title: "Keto acids in CKD"),
    (background: "ckd", treatment: "overload_exercise=1", title: "Overload exercise in CKD"),
  ]

  /// What claim C53 is followed on, from health into overnutrition: S6K as it is, the response in a clamp.
  private static let habits: [(clamp: String?, readout: String, title: String)] = [
    (nil, "s6k_a", "S6K of adipose tissue"), (nil, "s6k_m", "S6K of muscle"), (nil, "s6k_l", "S6K of liver"),
    ("PROBE", "insulin_response_m", "Insulin response of muscle"),
  ]

  /// The courses of an ensemble, by claim.
  static func all(_ ensemble: ParameterEnsemble) throws -> [String: [TreatmentCourse]] {
    let treated = try treatments.map { subject in
      let scales = try TimeScales(
        background: subject.background, treatment: subject.treatment, parameters: ensemble.parameters)
      return TreatmentCourse(subject.title, ensemble.sets.map { scales.run($0) })
    }
    let overfed = try habits.map { subject in
      let scales = try TimeScales(
        background: "healthy", habit: "overnutrition", clamp: subject.clamp, readout: subject.readout,
        parameters: ensemble.parameters)
      return TreatmentCourse(subject.title, ensemble.sets.map { scales.run($0) })
    }
    return ["C53": overfed, "C54": treated]
  }

  /// - Parameter courses: one a set; nil where a set has none.
  init(_ title: String, _ courses: [TimeScales.Course?], days: [Double] = TimeScales.days) {
    let found = courses.compactMap(\.self)
    self.title = title
    self.days = days
    during = days.indices.map { day in Interval(found.map { $0.during[day] }) }
    after = days.indices.map { day in Interval(found.map { $0.after[day] }) }
    solved = found.count
    count = courses.count
  }
}

import Mechanism

/// A treatment taken for two weeks, over the ensemble in variant A: how the insulin response of muscle goes, in a clamp
/// with the treatment still on and in one after it has been stopped (claim C54, beside F03 and F06).
struct TreatmentCourse {
  let title: String
  let days: [Double]
  /// log2 of the response over that before the treatment, by day.
  let during, after: [Interval]
  /// Sets with a course, of all.
  let solved, count: Int

  /// What is followed: a healthy person first, in whom amino acids make muscle resistant at once.
  private static let subjects = [
    (background: "healthy", treatment: "leucine=1", title: "Leucine in health"),
    (background: "ckd", treatment: "leucine=1", title: "Leucine in CKD"),
    (background: "ckd", treatment: "keto_acids=1", title: "Keto acids in CKD"),
    (background: "ckd", treatment: "overload_exercise=1", title: "Overload exercise in CKD"),
  ]

  /// The courses of an ensemble.
  static func all(_ ensemble: ParameterEnsemble) throws -> [TreatmentCourse] {
    try subjects.map { subject in
      let scales = try TimeScales(
        background: subject.background, treatment: subject.treatment, parameters: ensemble.parameters)
      return TreatmentCourse(subject.title, ensemble.sets.map { scales.run($0) })
    }
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

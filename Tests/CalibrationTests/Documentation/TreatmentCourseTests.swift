import Mechanism
import Testing

@testable import calibrate

@Suite struct TreatmentCourseTests {
  private static let ensemble = ParameterEnsemble(
    parameters: ParameterEnsemble.shipped.parameters, sets: Array(ParameterEnsemble.shipped.sets.prefix(3)))
  private static let courses = Result { try TreatmentCourse.all(ensemble) }

  @Test func everySetHasACourseThatStartsAtNothing() throws {
    let courses = try Self.courses.get()
    #expect(courses.count == 4)
    for course in courses {
      #expect(course.solved == Self.ensemble.count && course.count == Self.ensemble.count)
      #expect(course.days == TimeScales.days && course.during.count == course.days.count)
      // Stopped before a day has passed, it has changed nothing.
      #expect(course.after[0] == Interval(low: 0, median: 0, high: 0))
      let isFinite = (course.during + course.after).allSatisfy { $0.isFinite }
      #expect(isFinite)
    }
  }

  /// Amino acids lower the disposal of healthy people within hours (Tremblay 2005; Krebs 2002), while weeks of leucine
  /// should help in CKD (claim C54, which the calibration saw: that it still does guards the two time scales).
  @Test func leucineHarmsAtOnceAndHelpsLater() throws {
    let courses = try Self.courses.get()
    #expect(courses[0].title == "Leucine in health" && courses[0].during[0].median < 0)
    let last = try #require(courses[1].after.last)
    #expect(courses[1].title == "Leucine in CKD" && last.median > 0)
  }

  @Test func onlyTheClaimOnDaysShowsThem() throws {
    let courses = try Self.courses.get()
    let results = Claim.all.map { ClaimResults($0, [], []) }
    let files = try ClaimDocuments(results: results, setCount: 3, courses: courses).files().files
    #expect(files.filter { $0.path.contains("-days") }.map(\.path) == ["plots/C54-days.svg"])
    for file in files where file.path.hasSuffix(".md") {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("## Over days") == (file.path == "C54.md"))
    }
  }

  /// Nought, the ends and a curve for each course and each way of taking it.
  @Test func thePlotHoldsEveryCourse() throws {
    let text = String(decoding: CoursePlot(courses: try Self.courses.get()).svg(), as: UTF8.self)
    for course in try Self.courses.get() { #expect(text.contains(">\(course.title)<")) }
    #expect(text.matches(of: /class="band-a"/).count == 4 && text.matches(of: /class="band-b"/).count == 4)
    #expect(!text.contains("nan"))
  }
}

import Mechanism
import Testing

@testable import calibrate

@Suite struct TreatmentCourseTests {
  private static let ensemble = ParameterEnsemble(
    parameters: ParameterEnsemble.shipped.parameters, sets: Array(ParameterEnsemble.shipped.sets.prefix(3)))
  private static let courses = Result { try TreatmentCourse.all(ensemble) }

  @Test func everySetHasACourseThatStartsAtNothing() throws {
    let courses = try Self.courses.get()
    #expect(courses.keys.sorted() == ["C53", "C54"])
    for course in courses.values.joined() {
      #expect(course.solved == Self.ensemble.count && course.count == Self.ensemble.count)
      #expect(course.days == TimeScales.days && course.during.count == course.days.count)
      // Under the inputs from before, before a day has passed, nothing has changed.
      #expect(course.after[0] == Interval(low: 0, median: 0, high: 0))
      let isFinite = (course.during + course.after).allSatisfy { $0.isFinite }
      #expect(isFinite)
    }
  }

  /// Amino acids lower the disposal of healthy people within hours (Tremblay 2005; Krebs 2002), while weeks of leucine
  /// should help in CKD (claim C54, which the calibration saw: that it still does guards the two time scales).
  @Test func leucineHarmsAtOnceAndHelpsLater() throws {
    let courses = try #require(try Self.courses.get()["C54"])
    #expect(courses[0].title == "Leucine in health" && courses[0].during[0].median < 0)
    let last = try #require(courses[1].after.last)
    #expect(courses[1].title == "Leucine in CKD" && last.median > 0)
  }

  /// Claim C53: in obesity S6K is overactive in all three tissues; and muscle is resistant.
  @Test func overnutritionRaisesS6KInEveryTissueAndLowersTheResponse() throws {
    let courses = try #require(try Self.courses.get()["C53"])
    for course in courses.dropLast() { #expect(try #require(course.during.last).low > 0, "\(course.title)") }
    #expect(try #require(courses.last?.during.last).high < 0)
  }

  @Test func onlyTheClaimsOnDaysShowThem() throws {
    let results = Claim.all.map { ClaimResults($0, [], []) }
    let files = try ClaimDocuments(results: results, setCount: 3, courses: Self.courses.get()).files().files
    #expect(
      files.filter { $0.path.contains("-days") }.map(\.path) == ["plots/C53-days.svg", "plots/C54-days.svg"])
    for file in files where file.path.hasSuffix(".md") {
      let isOnDays = ["C53.md", "C54.md"].contains(file.path)
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("## Over days") == isOnDays)
    }
  }

  /// Nought, the ends and a curve for each course and each way of taking it.
  @Test func thePlotHoldsEveryCourse() throws {
    for (claim, courses) in try Self.courses.get() {
      let text = String(decoding: CourseSection(claim: claim, courses: courses).plot.svg(), as: UTF8.self)
      for course in courses { #expect(text.contains(">\(course.title)<")) }
      #expect(text.matches(of: /class="band-a"/).count == 4 && text.matches(of: /class="band-b"/).count == 4)
      #expect(!text.contains("nan"))
    }
  }
}

import Domain
import Testing

@testable import Mechanism
@testable import calibrate

/// What the pages of validation show, with fewer people and draws: what must hold of any model that ships.
@Suite struct ValidationChecksTests {
  private static let study = Result { Study(scorer: try Scorer.shipped(draws: 64), people: 120, threads: 2) }

  /// Of obese people with CKD 3 to 4 neither route is called of more than half.
  @Test func obesityWithKidneyDiseaseIsNotCalled() throws {
    let results = ProfilesPage.obeseWithKidneyDisease(try Self.study.get())
    #expect(results.count == 120)
    #expect(2 * ProfilesPage.called(results) <= results.count)
  }

  /// Probabilities tell more than the shares of the classes do, with all labs and with six hidden, and verdicts are given.
  @Test(arguments: [0, 6]) func probabilitiesHaveSkill(hidden: Int) throws {
    let answers = ProbabilitiesPage(study: try Self.study.get()).answers(hiding: hidden)
    let score = ProbabilitiesPage.brierScores(answers)
    #expect(score.answers < score.base)
    #expect(answers.contains { $0.result.verdict != .indeterminate })
  }

  /// An answer that is always the same has no skill: the score would tell.
  @Test func onlyAnswersThatDifferHaveSkill() throws {
    let answers = ProbabilitiesPage(study: try Self.study.get()).answers(hiding: 0)
    let blunt = answers.map { one in
      var result = one.result
      result.probabilities = [0.25, 0.25, 0.25, 0.25]
      return ProbabilitiesPage.Answer(truth: one.truth, result: result)
    }
    let score = ProbabilitiesPage.brierScores(blunt)
    #expect(abs(score.answers - 0.75) < 1e-12 && score.answers >= score.base)
  }

  /// No input makes an answer that is no number, or lets it jump, and the index goes the way that the review says.
  @Test func sweepsAreSmooth() throws {
    let study = try Self.study.get()
    let evenDraws = try Scorer.shipped(draws: SweepsPage.draws, stopsEarly: false)
    let profiles = ProfilesPage.profiles(try ProjectFile.table("Calibration/Validation/profiles.csv"))
    let healthy = try #require(profiles.first { $0.name == "healthy" }).visit
    let dialysed = try #require(profiles.first { $0.name == "haemodialysis with wasting" }).visit
    for sweep in Sweep.all {
      let course = sweep.course(from: sweep.persons == .onDialysis ? dialysed : healthy, study, evenDraws)
      #expect(!course.hasNoNumber && !course.jumps, "\(sweep.input.label)")
      #expect(course.uncertified == 0, "\(sweep.input.label)")
      guard let claim = sweep.claim else { continue }
      let ends = [course.fine[0], course.fine[course.fine.count - 1]].map {
        $0.insulinResistance[claim.tissue.rawValue].median
      }
      #expect(claim.rises ? ends[1] > ends[0] : ends[1] < ends[0], "\(sweep.input.label)")
    }
  }
}

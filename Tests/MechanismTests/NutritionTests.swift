import Domain
import Testing

@testable import Mechanism

@Suite struct NutritionTests {
  private func person(bmi: Double, albumin: Double, crp: Double = 1, prealbumin: Double? = nil) -> Person {
    var person = ReferencePerson.shipped.male
    person.values[PopulationVariable.bmi.rawValue] = bmi
    person.values[PopulationVariable.albumin.rawValue] = albumin
    person.values[PopulationVariable.crp.rawValue] = crp
    person.prealbumin = prealbumin
    return person
  }

  /// Albumin falls with inflammation: it alone must not set nutrition.
  @Test func albuminAloneSetsNothing() {
    #expect(Nutrition(person(bmi: 24, albumin: 25)).deficit == 0)
    #expect(Nutrition(person(bmi: 24, albumin: 25, crp: 30)).deficit == 0)
  }

  @Test func signsSupportOneAnother() {
    let thin = Nutrition(person(bmi: 18, albumin: 44)).deficit
    let thinAndLow = Nutrition(person(bmi: 18, albumin: 30)).deficit
    let all = Nutrition(person(bmi: 18, albumin: 30, prealbumin: 150)).deficit
    #expect(thin > 0)
    #expect(thinAndLow > thin)
    #expect(all > thinAndLow)
    #expect(all <= 1)
    #expect(Nutrition(person(bmi: 18, albumin: 30, crp: 20)).deficit < thinAndLow)
  }

  @Test func excessFollowsWeight() {
    #expect(Nutrition(person(bmi: 24, albumin: 44)).excess == 0)
    #expect(Nutrition(person(bmi: 35, albumin: 44)).excess == 1)
    #expect(Nutrition(person(bmi: 70, albumin: 44)).excess == 1.5)
  }
}

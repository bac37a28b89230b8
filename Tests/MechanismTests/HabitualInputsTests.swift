import Domain
import Testing

@testable import Mechanism

@Suite struct HabitualInputsTests {
  let reference = ReferencePerson.shipped.male

  /// By hand: 48 pmol/L for 16 hours and five times that for 8 hours is 112 on average; 4.9 mmol/L gives 5.39.
  @Test func blendsFastingAndFed() {
    let inputs = HabitualInputs.inputs(reference, reference: reference, variantB: false)
    #expect(abs(inputs[.insulinMuscle] - 112) < 1e-9)
    #expect(abs(inputs[.glucose] - 5.39) < 1e-9)
    #expect(inputs[.uraemicLoad] == 0)
    #expect(inputs[.energySupply] == 1 - 0.4 * Nutrition(reference).deficit)
  }

  @Test func excursionsAreInProportionToFastingValues() {
    var person = reference
    person.values[PopulationVariable.insulin.rawValue] *= 3
    let usual = HabitualInputs.inputs(reference, reference: reference, variantB: false)
    let raised = HabitualInputs.inputs(person, reference: reference, variantB: true)
    #expect(abs(raised[.insulinLiver] / usual[.insulinLiver] - 3) < 1e-12)
    #expect(raised[.variantB] == 1)
  }

  @Test func probeIsTheSameForAll() {
    var person = reference
    person.values = person.values.map { $0 * 1.7 }
    let own = Probe.inputs(
      person, habitual: HabitualInputs.inputs(person, reference: reference, variantB: false))
    #expect(own[.insulinMuscle] == 430)
    #expect(own[.insulinLiver] == 100)
    #expect(own[.insulinAdipose] == 100)
    #expect(own[.glucose] == 5)
    #expect(own[.aminoAcids] == 2)
    #expect(own[.igf1Drive] == 1)
    #expect(abs(own[.ffa] - 0.4 * 1.7 * 0.36) < 1e-12)
  }
}

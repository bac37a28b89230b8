/// The inputs under which the slow states of a person settle: a time-weighted blend of the fasting labs and of fed
/// excursions of insulin, glucose, amino acids and FFA in proportion to them (`fed_...` in `Model/mapping.csv`).
public enum HabitualInputs {
  /// The habitual state of a person.
  /// - Parameters:
  ///   - variantB: the structural variant of the adipose feedback, false for A.
  ///   - reference: the reference person of the same sex.
  public static func inputs(
    _ person: Person, reference: Person, variantB: Bool, _ constants: MappingConstants = .shipped
  ) -> PlasmaInputs {
    let share = constants[.fedShare]
    func blend(_ ratio: MappingConstants.Name) -> Double { 1 - share + share * constants[ratio] }
    func fall(_ value: Double, _ from: MappingConstants.Name, _ range: MappingConstants.Name) -> Double {
      min(max((constants[from] - value) / constants[range], 0), 1)
    }
    let nutrition = Nutrition(person, constants)
    let load = UraemicLoad.load(person, constants)
    var inputs = PlasmaInputs()
    let insulin = person[.insulin] * blend(.fedInsulinRatio)
    inputs[.insulinMuscle] = insulin
    inputs[.insulinLiver] = insulin
    inputs[.insulinAdipose] = insulin
    inputs[.glucose] = person[.glucose] * blend(.fedGlucoseRatio)
    inputs[.aminoAcids] = nutrition.aminoAcids(constants) * blend(.fedAminoAcidRatio)
    inputs[.ffa] = person[.ffa] * blend(.fedFFARatio)
    inputs[.leptin] = person[.leptin]
    inputs[.leptinSexReference] = reference[.leptin]
    inputs[.adiponectin] = person[.adiponectin]
    inputs[.adiponectinSexReference] = reference[.adiponectin]
    inputs[.tnfAlpha] = person[.tnfAlpha]
    inputs[.il6] = person[.il6]
    inputs[.gfr] = UraemicLoad.filtration(person, constants)
    inputs[.uraemicLoad] = load
    inputs[.acidosis] = fall(person[.bicarbonate], .bicarbonateFrom, .bicarbonateRange)
    inputs[.vitaminDDeficit] = fall(person[.vitaminD], .vitaminDFrom, .vitaminDRange)
    inputs[.igf1Drive] = 1 - constants[.igf1Fall] * load
    inputs[.energySupply] = nutrition.energySupply(constants)
    inputs[.variantB] = variantB ? 1 : 0
    return inputs
  }
}

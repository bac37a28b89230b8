import Domain
import Engine
import Statistics

/// Computes the healthy bands of a model.
public enum HealthyBandComputation {
  /// Virtual people behind the shipped bands, for each sex and variant.
  public static let people = 2500
  /// The key of their random streams: any fixed number would do.
  static let key: UInt64 = 0x5248_454f_5354_4154

  /// The bands of a model, or nil where more solutions fail than a verdict would bear.
  public static func bands(of scorer: Scorer, people: Int = people) -> HealthyBands? {
    var bands: [HealthyBands.Bands] = []
    for group in HealthyBands.groups {
      // Both variants see the same people.
      let persons = (0..<people).map { virtualPerson(number: UInt32($0), sex: group.sex, scorer) }
      let outcomes = scorer.outcomes(persons, variantB: group.variantB).filter(\.isCertified)
      guard Double(people - outcomes.count) <= scorer.constants[.failedShareLimit] * Double(people) else { return nil }
      func band(_ values: [Double]) -> HealthyBands.Band {
        let sorted = values.sorted()
        return .init(low: Quantile.type7(sorted: sorted, p: 0.1), high: Quantile.type7(sorted: sorted, p: 0.9))
      }
      bands.append(
        HealthyBands.Bands(
          index: Tissue.allCases.map { tissue in band(outcomes.map { $0.index[tissue.rawValue] }) },
          mtorc1: Tissue.allCases.map { tissue in band(outcomes.map { $0.mtorc1[tissue.rawValue] }) }))
    }
    return HealthyBands(bands: bands)
  }

  /// A lean person without diabetes, kidney disease, raised glucose or inflammation, as the laboratory would see them.
  static func virtualPerson(number: UInt32, sex: Sex, _ scorer: Scorer) -> Person {
    let constants = scorer.constants
    var stream = RandomStream(key: key, purpose: sex == .female ? 0 : 1, draw: number)
    func between(_ low: MappingConstants.Name, _ high: MappingConstants.Name, _ u: Double) -> Double {
      constants[low] + (constants[high] - constants[low]) * u
    }
    let conditional = scorer.population.conditional(known: PopulationVariable.allCases.map { $0 == .bmi })
    var person = Person(sex: sex, age: 0, diabetes: false, dialysis: .none, gfr: 0, values: [])
    // A person who is not healthy is drawn again; the limit only guards against a table that admits nobody.
    for _ in 0..<1000 {
      person.age = between(.healthyAgeLow, .healthyAgeHigh, stream.uniform())
      person.gfr = between(.healthyGFRLow, .healthyGFRHigh, stream.uniform())
      let bmi = between(.healthyBMILow, .healthyBMIHigh, stream.uniform())
      let normals = PopulationVariable.allCases.map { _ in stream.normal() }
      let distributions = PopulationVariable.allCases.map {
        scorer.population.distribution(
          $0, sex: sex, age: person.age, gfr: person.gfr, dialysis: .none, diabetes: false)
      }
      var standardised = Array(repeating: 0.0, count: PopulationVariable.count)
      let place = PopulationVariable.bmi.rawValue
      standardised[place] = (Elementary.logarithm(bmi) - distributions[place].mean) / distributions[place].sigma
      conditional.fill(&standardised, normals: normals)
      person.values = standardised.indices.map {
        Elementary.exponential(distributions[$0].mean + distributions[$0].sigma * standardised[$0])
      }
      if person[.glucose] < constants[.healthyGlucoseLimit], person[.crp] < constants[.healthyCRPLimit] { break }
    }
    person.values = PopulationVariable.allCases.map {
      scorer.error.perturb(person[$0], $0.analyte, normal: stream.normal())
    }
    // As a patient's: drawn last, so that it moves nothing of the rest.
    person.gfr = scorer.error.perturb(person.gfr, .egfr, normal: stream.normal())
    return person
  }
}

import Dispatch
import Domain
@testable import Mechanism
import Synchronization

/// The shipped scorer and the people made up to try it on.
struct Study: Sendable {
  let scorer: Scorer
  let people: Int
  let threads: Int

  /// Scores visits on several threads, in order.
  func score(_ panels: [PanelBlock], with other: Scorer? = nil) -> [PhenotypeResult] {
    let scorer = other ?? scorer
    return parallel(panels.count) { scorer.score(panels[$0])[0] }
  }

  /// Results of `work` in the order of their numbers, the same for any number of threads.
  func parallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let next = Mutex(0)
    let finished = Mutex<[Result?]>(Array(repeating: nil, count: count))
    withoutActuallyEscaping(work) { work in
      DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
        while true {
          let place = next.withLock { value in
            defer { value += 1 }
            return value
          }
          guard place < count else { return }
          let result = work(place)
          finished.withLock { $0[place] = result }
        }
      }
    }
    return finished.withLock { $0.compactMap(\.self) }
  }
}

/// One visit from plain values.
struct MadeUpVisit {
  var labs: [Analyte: Double] = [:]
  var codes: [Covariate: String] = [:]
  var age: Double?
  var key: UInt64

  /// The visit as a block of its own.
  var panel: PanelBlock {
    var block = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: key)])
    for (analyte, value) in labs {
      block[analyte, 0].value = value
      block[analyte, 0].reported = value
      block[analyte, 0].status = .measured
    }
    for (covariate, code) in codes {
      block[covariate, 0] = UInt8(covariate.codes.firstIndex(of: code) ?? 0)
    }
    if let age { block.age[0] = age }
    return block
  }
}

/// A person with usual values drawn from the population model, and the same person as the laboratory sees them once.
struct DrawnPerson {
  let person: Person
  let visit: MadeUpVisit

  /// - Parameters:
  ///   - key: of the random stream; one person a key.
  ///   - shape: sex, age, GFR, modality and diabetes from a stream of uniform numbers, and what BMI is to be, if anything.
  init(
    key: UInt64, study: Study,
    shape: (inout RandomStream) -> (
      sex: Sex, age: Double, gfr: Double, dialysis: Dialysis, diabetes: Bool, bmi: Double?
    )
  ) {
    var stream = RandomStream(key: key, purpose: 90, draw: 0)
    let (sex, age, gfr, dialysis, diabetes, bmi) = shape(&stream)
    let population = study.scorer.population
    let means = PopulationVariable.allCases.map {
      population.distribution($0, sex: sex, age: age, gfr: gfr, dialysis: dialysis, diabetes: diabetes).mean
    }
    var known = Array(repeating: 0.0, count: PopulationVariable.count)
    let place = PopulationVariable.bmi.rawValue
    if let bmi { known[place] = ExperimentMathBridge.logarithm(bmi) - means[place] }
    func normals() -> [Double] { known.map { _ in stream.normal() } }
    let usual = population.usualValues(
      known: PopulationVariable.allCases.map { bmi != nil && $0 == .bmi }, diabetes: diabetes,
      error: study.scorer.error
    ).deviations(measured: known, normals: normals(), errors: normals())
    let values = usual.indices.map { ExperimentMathBridge.exponential(means[$0] + usual[$0]) }
    person = Person(sex: sex, age: age, diabetes: diabetes, dialysis: dialysis, gfr: gfr, values: values)
    var labs: [Analyte: Double] = [:]
    for variable in PopulationVariable.allCases {
      labs[variable.analyte] = study.scorer.error.perturb(
        values[variable.rawValue], variable.analyte, normal: stream.normal())
    }
    if dialysis == .none { labs[.egfr] = study.scorer.error.perturb(gfr, .egfr, normal: stream.normal()) }
    visit = MadeUpVisit(
      labs: labs,
      codes: [
        .sex: sex == .female ? "female" : "male", .diabetes: diabetes ? "type2" : "none",
        .dialysis: dialysis == .haemodialysis ? "haemodialysis" : dialysis == .peritoneal ? "peritoneal" : "none",
        .fasting: "yes",
      ], age: age, key: key)
  }

  /// A cohort as the tool is meant for: half with kidney disease or on dialysis, all weights, a quarter diabetic.
  static func cohort(_ count: Int, study: Study, seed: UInt64) -> [DrawnPerson] {
    study.parallel(count) { number in
      DrawnPerson(key: seed &+ UInt64(number), study: study) { stream in
        let sex: Sex = stream.uniform() < 0.5 ? .female : .male
        let age = 25 + 55 * stream.uniform()
        let kind = stream.uniform()
        let gfr = kind < 0.5 ? 70 + 45 * stream.uniform() : 10 + 50 * stream.uniform()
        let dialysis: Dialysis = kind > 0.95 ? .peritoneal : kind > 0.85 ? .haemodialysis : .none
        return (sex, age, gfr, dialysis, stream.uniform() < 0.25, nil)
      }
    }
  }
}

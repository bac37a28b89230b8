public import Domain
import Engine
import Statistics

/// A person before and under an intervention, over hours and days, as the model has it: never advice.
public struct TreatmentSimulation: Sendable {
  /// Why nothing can be simulated.
  public enum Failure: Error, Sendable { case model(EngineError) }

  /// What is followed.
  public enum Quantity: String, CaseIterable, Sendable {
    /// log2(mTORC1 / reference); -10 where a thousandth or less is left.
    case mtorc1
    /// The IR index, in a clamp at that time with the treatment on.
    case resistance = "ir_index"
    /// AKT, as a fold of before.
    case akt
    /// S6K, as a fold of before.
    case s6k
  }
  /// One quantity of one tissue over time: median, 5th and 95th centile over the draws.
  public struct Series: Sendable {
    public let quantity: Quantity
    public let tissue: Tissue
    /// In the order of the times; the first is before the treatment.
    public let values: [DrawSummary]
  }

  /// The least log2 of mTORC1 over the reference that is told apart.
  public static let gone = TreatmentCourse.gone

  /// Hours since the treatment began.
  public let hours: [Double]
  public let series: [Series]
  /// Draws that went to the end, and draws that did not.
  public let draws, failed: Int

  /// Times on both scales: minutes to hours for signalling, days for the slow states.
  public static func times(until hours: Double) -> [Double] {
    [0, 0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720].filter { $0 < hours }
      + [hours]
  }
}

extension Scorer {
  /// Simulates interventions on a visit, or on the reference person.
  /// - Parameters:
  ///   - row: labs and covariates; nil for the reference man (female where `sex` says so).
  ///   - interventions: all begin at 0 and stay on.
  ///   - hours: the length, above 0.
  ///   - draws: parameter sets and persons drawn.
  ///   - variantB: the structural variant; nil for half of the draws in each.
  /// - Throws: ``TreatmentSimulation/Failure`` where the model lacks what is asked for, a fault of the build.
  public func simulate(
    _ row: PanelRow?, sex: Sex = .male, computedGFR: Double? = nil, interventions: [Intervention], hours: Double,
    draws: Int, variantB: Bool? = nil
  ) throws(TreatmentSimulation.Failure) -> TreatmentSimulation {
    let readouts = ["mtorc1", "akt", "s6k"].flatMap { name in Tissue.allCases.map { "\(name)_\($0.suffix)" } }
    let treatment: TreatmentModel
    do { treatment = try TreatmentModel(parameters: ensemble.parameters, readouts: readouts) } catch {
      throw .model(error)
    }
    let patient = row.map { PatientDraws(row: kits.applied(to: $0), computedGFR: computedGFR, scorer: self) }
    let cases = (0..<draws).map { number in
      let person = patient?.draw(UInt32(number)).person ?? reference[sex]
      return TreatmentCourse.Case(
        person: person, group: ComparisonGroup(sex: person.sex, variantB: variantB ?? (number % 2 == 1)),
        set: number % ensemble.count)
    }
    let times = TreatmentSimulation.times(until: hours)
    let courses = TreatmentCourse(scorer: self, model: treatment, interventions: interventions).run(cases, hours: times)
    let whole = courses.compactMap(\.self)
    let series = TreatmentSimulation.Quantity.allCases.flatMap { quantity in
      Tissue.allCases.map { tissue in
        TreatmentSimulation.Series(
          quantity: quantity, tissue: tissue,
          values: times.indices.map { time in
            DrawSummaries.summary(whole.map { $0.values[quantity.place][tissue.rawValue][time] })
          })
      }
    }
    return TreatmentSimulation(hours: times, series: series, draws: whole.count, failed: draws - whole.count)
  }
}

extension TreatmentSimulation.Quantity {
  /// Its place among the cases.
  var place: Int {
    switch self {
    case .mtorc1: 0
    case .resistance: 1
    case .akt: 2
    case .s6k: 3
    }
  }
}

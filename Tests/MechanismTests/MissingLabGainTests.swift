import Domain
import Testing

@testable import Mechanism

@Suite struct MissingLabGainTests {
  private func draws(_ count: Int, _ phenotype: (Int) -> PhenotypeClass, index: (Int) -> Double) -> [MissingLabGain
    .Draw]
  {
    (0..<count).map { number in
      var measured = ReferencePerson.shipped.male.values
      measured[PopulationVariable.leptin.rawValue] = Double(number + 1)
      measured[PopulationVariable.il6.rawValue] = Double((number * 37) % count + 1)
      return .init(measured: measured, gfr: 100, phenotype: phenotype(number), index: index(number))
    }
  }

  /// Leptin alone decides the class: half of the draws are foretold without it, all with it. By hand: without it each
  /// draw has 31 of its own class and 32 of the other among the rest, so that none is foretold at all.
  @Test func aLabThatDecidesGainsEverything() {
    let gains = MissingLabGain.gains(
      of: [.il6, .leptin], draws(64, { $0 < 32 ? .sensitive : .mixed }, index: { $0 < 32 ? 0 : 1 }))
    #expect(gains.map(\.analyte) == [.leptin, .il6])
    #expect(gains[0].settles == 1)
    #expect(gains[0].narrows == 1)
    #expect(gains[1].narrows < 0.2)
  }

  @Test func aLabThatTellsNothingGainsNothing() {
    let gains = MissingLabGain.gains(of: [.leptin], draws(64, { _ in .mixed }, index: { _ in 0.3 }))
    #expect(gains == [InformationGain(analyte: .leptin, settles: 0, narrows: 0)])
  }

  @Test func tooFewDrawsSayNothing() {
    #expect(MissingLabGain.gains(of: [.leptin], draws(31, { _ in .mixed }, index: { _ in 0 })).isEmpty)
  }

  /// Of a real panel: what was measured is not listed, what was not is.
  @Test func onlyWhatWasDrawnIsListed() throws {
    let scorer = try Scorer.shipped(draws: 64)
    var patient = TestPatient.overfed
    patient.labs[.leptin] = nil
    patient.labs[.egfr] = nil
    let gains = scorer.score(PanelBlock([patient]))[0].gains
    #expect(Set(gains.map(\.analyte)) == [.leptin, .egfr])
    #expect(gains.allSatisfy { (0...1).contains($0.settles) && (0...1).contains($0.narrows) })
  }
}

import Domain
import Testing

@testable import Mechanism

@Suite struct TreatmentTests {
  private static let scorer = Result { try Scorer.shipped() }

  private func simulate(
    _ interventions: [String], hours: Double = 336, patient: TestPatient? = nil
  ) throws -> TreatmentSimulation {
    try Self.scorer.get().simulate(
      patient.map { PanelBlock([$0])[0] }, interventions: interventions.map { try Intervention.parse($0) },
      hours: hours, draws: 16)
  }

  private func course(
    _ simulation: TreatmentSimulation, _ quantity: TreatmentSimulation.Quantity, _ tissue: Tissue = .muscle
  ) throws -> [Double] {
    try #require(simulation.series.first { $0.quantity == quantity && $0.tissue == tissue }).values.map(\.median)
  }

  @Test func everyInterventionCanBeParsedAndChangesSomething() throws {
    #expect(Intervention.all.count > 25)
    #expect(Set(Intervention.all.map(\.name)).count == Intervention.all.count)
    for one in Intervention.all {
      #expect((one.low...one.high).contains(one.standard), "\(one.name)")
      #expect(!one.unit.isEmpty && !one.meaning.isEmpty)
      let person = ReferencePerson.shipped.male
      let load = UraemicLoad.load(one.applied(to: person, .shipped))
      #expect(!one.modelChanges.isEmpty || load != UraemicLoad.load(person), "\(one.name)")
    }
    #expect(throws: Intervention.Failure.unknown("aspirin")) { try Intervention.parse("aspirin=1") }
    #expect(throws: Intervention.Failure.self) { try Intervention.parse("rapamycin=-1") }
    #expect(throws: Intervention.Failure.self) { try Intervention.parse("rapamycin=much") }
    #expect(throws: Intervention.Failure.self) { try Intervention.parse("rapamycin=0x10") }
    #expect(try Intervention.parse("rapamycin=2.5").dose == 2.5)
  }

  /// Nothing given, nothing moves: the course begins where the habitual state is.
  @Test(arguments: [
    ["rapamycin=0", "raptor-muscle=1", "ampk-activator=0", "leucine=0", "keto-acids=0", "overload-exercise=0"],
    ["fasting=0", "tsc-liver=1", "s6k-adipose=1"], ["anti-inflammatory=0", "akt-muscle=1", "grb10-liver=1"],
  ]) func withoutADoseNothingMoves(interventions: [String]) throws {
    let simulation = try simulate(interventions)
    #expect(simulation.failed == 0)
    for series in simulation.series {
      let first = series.values[0].median
      for value in series.values { #expect(abs(value.median - first) < 1e-5, "\(series.quantity) \(series.tissue)") }
    }
    #expect(abs(try course(simulation, .mtorc1)[0]) < 1e-9, "the reference person is the reference")
  }

  @Test func whatActsOnTheSameThingIsRefused() throws {
    #expect(throws: Intervention.Failure.conflict("transplantation", "haemodialysis")) {
      try Intervention.parse(all: ["transplantation", "haemodialysis"])
    }
    #expect(throws: Intervention.Failure.conflict("leucine", "leucine")) {
      try Intervention.parse(all: ["leucine=1", "leucine=2"])
    }
    #expect(throws: Intervention.Failure.conflict("fasting", "lipid-infusion")) {
      try Intervention.parse(all: ["fasting", "lipid-infusion"])
    }
    #expect(try Intervention.parse(all: ["rapamycin", "leucine", "transplantation"]).count == 3)
  }

  /// Without raptor there is no mTORC1: a logarithm of nothing is not written.
  @Test func aLostComplexHasAFloor() throws {
    let simulation = try simulate(["raptor-muscle"])
    for series in simulation.series where series.quantity == .mtorc1 {
      for value in series.values {
        #expect(value.low >= TreatmentSimulation.gone && value.median.isFinite && value.high.isFinite)
      }
    }
  }

  /// C03: rapamycin inhibits mTORC1. Krebs 2007: within hours, with S6K.
  @Test func rapamycinActsWithinHours() throws {
    let simulation = try simulate(["rapamycin=5"])
    let hour = try #require(simulation.hours.firstIndex(of: 3))
    #expect(try course(simulation, .mtorc1)[hour] < -0.5)
    #expect(try course(simulation, .s6k)[hour] < 0.7)
  }

  /// Two time scales: of the fall of the insulin response that a lost raptor brings most comes after the first day.
  @Test func slowStatesTakeDays() throws {
    let simulation = try simulate(["raptor-muscle=0.1"])
    let index = try course(simulation, .resistance)
    let day = try #require(simulation.hours.firstIndex(of: 24))
    let last = index[index.count - 1]
    #expect(last > index[0] + 0.1)
    #expect(last - index[day] > 0.3 * (last - index[0]))
  }

  /// A better GFR takes the uraemic load away, and with it resistance.
  @Test func transplantationLowersResistance() throws {
    let index = try course(simulate(["transplantation=70"], patient: .wasted), .resistance)
    #expect(index[index.count - 1] < index[0] - 0.1)
  }

  /// Where the kidney's clearance changes, production of what it retains stays, and so does its effect: only the load of the
  /// kidney moves.
  @Test(arguments: ["transplantation=70", "haemodialysis=1.4", "peritoneal-dialysis=2"])
  func whatTheKidneyRetainsActsAsBefore(_ text: String) throws {
    var person = ReferencePerson.shipped.male
    person.gfr = 9
    let treated = try Intervention.parse(text).applied(to: person, .shipped)
    let inputs = [person, treated].map { HabitualInputs.inputs($0, reference: person, variantB: false) }
    #expect(inputs[0][.gfr] == 9 && inputs[1][.gfr] == 9)
    #expect(inputs[1][.leptin] == inputs[0][.leptin] && inputs[1][.adiponectin] == inputs[0][.adiponectin])
    #expect(inputs[1][.uraemicLoad] < inputs[0][.uraemicLoad])
    // From dialysis, and from one form of it to another: what was measured stays what it was measured under.
    person.dialysis = .haemodialysis
    let dialysed = try Intervention.parse(text).applied(
      to: Intervention.parse("haemodialysis").applied(to: person, .shipped), .shipped)
    let filtration = MappingConstants.shipped[.dialysisGFR]
    #expect(HabitualInputs.inputs(dialysed, reference: person, variantB: false)[.gfr] == filtration)
  }

  @Test func theSameDrawsGiveTheSameNumbers() throws {
    let (first, second) = (try simulate(["leucine"], hours: 30), try simulate(["leucine"], hours: 30))
    #expect(first.series.map(\.values) == second.series.map(\.values))
    #expect(first.hours.last == 30 && first.hours.first == 0)
  }
}

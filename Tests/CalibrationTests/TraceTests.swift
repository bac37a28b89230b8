@testable import Mechanism
import Testing

@testable import calibrate

@Suite struct TraceTests {
  private static func trace(_ identifier: String, sets count: Int = 8) throws -> (VariableTrace, [Comparison.Outcome]) {
    let whole = ParameterEnsemble.shipped
    let ensemble = ParameterEnsemble(parameters: whole.parameters, sets: Array(whole.sets.prefix(count)))
    let model = try ExperimentModel.shipped(parameters: ensemble.parameters)
    let fact = try #require(try Fact.all(Folder.table("facts.csv")).first { $0.identifier == identifier })
    var solver = ConditionSolver(try ConditionProblem(model, [fact.comparison]))
    let outcomes = ensemble.sets.map { solver.outcomes($0, variantB: fact.isVariantB)[0] }
    return (try VariableTrace(model, fact.comparison, ensemble, variantB: fact.isVariantB), outcomes)
  }

  /// The readout of the fact is one of the variables: traced, it must be what the fit compares.
  @Test(arguments: ["F02", "G59"]) func theReadoutIsTracedToTheNumberThatTheFitSees(_ identifier: String) throws {
    let (trace, outcomes) = try Self.trace(identifier)
    let own = try #require(trace.variables.first { $0.name == "glucose_disposal" })
    #expect(own.values == outcomes.map(\.value))
    #expect(abs(own.correlation - 1) < 1e-12)
  }

  /// Insulin of a clamp is set alike in every set: it moves, and cannot go with what differs between sets.
  @Test func whatIsGivenMovesAlikeInEverySet() throws {
    let (trace, _) = try Self.trace("G59")
    let insulin = try #require(trace.variables.first { $0.name == "insulin_m" })
    #expect(Set(insulin.values).count == 1 && insulin.correlation.isNaN)
    #expect(!trace.variables.contains { $0.name == "tnf_drive_m" }, "a clamp does not move TNF-alpha")
  }

  @Test func parametersComeWithTheStrongestFirst() throws {
    let (trace, _) = try Self.trace("F02")
    let strengths = trace.parameters.map { abs($0.correlation) }
    #expect(strengths == strengths.sorted(by: >))
    let table = String(decoding: trace.table(parameters: 3), as: UTF8.self).split(separator: "\n")
    #expect(table[0] == "kind,id,measure,median,p5,p95,correlation" && table.count { $0.hasPrefix("parameter,") } == 3)
  }
}

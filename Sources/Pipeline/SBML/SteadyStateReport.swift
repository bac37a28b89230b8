import Domain
import Engine
import Foundation
import Report

/// Steady states of one case, as text for people or as JSON for programs.
public struct SteadyStateReport: Sendable {
  struct State: Encodable {
    let status: String
    let meaning: String
    let largestScaledResidual: Double?
    let largestRelativeCorrection: Double?
    let smallestSpecies: Double?
    let iterations: Int
    let largestRealPart: Double?
    /// How many starts of a search led here.
    let starts: Int?
    let species: [String: Double?]
    let variables: [String: Double?]

    // Spelled out: a strategy that converts names would also convert the ids of the model.
    enum CodingKeys: String, CodingKey {
      case status, meaning, iterations, starts, species, variables
      case largestScaledResidual = "largest_scaled_residual"
      case largestRelativeCorrection = "largest_relative_correction"
      case smallestSpecies = "smallest_species"
      case largestRealPart = "largest_real_part"
    }
  }

  struct Content: Encodable {
    let model: String
    let clamped: [String]
    let states: [State]
    let startsTried: Int?
    let startsFailed: Int?

    enum CodingKeys: String, CodingKey {
      case model, clamped, states
      case startsTried = "starts_tried"
      case startsFailed = "starts_failed"
    }
  }

  let content: Content
  /// Species and variables in the order of the file.
  let species: [String]
  let variables: [String]

  /// Whether there is at least one certified state.
  public var isCertified: Bool { content.states.contains { $0.status == SolveStatus.certified.code } }

  init(model: Model, clamped: [String], outputs: [String], batch: SteadyStateBatch) {
    self.init(
      model: model, clamped: clamped, outputs: outputs,
      states: [(batch.values(0), batch.certificates[0], nil)], tried: nil, failed: nil)
  }

  init(model: Model, clamped: [String], search: SteadyStateSearch) {
    self.init(
      model: model, clamped: clamped, outputs: search.outputs,
      states: search.states.map { ($0.values, $0.certificate, $0.starts) }, tried: search.startsTried,
      failed: search.startsFailed)
  }

  private init(
    model: Model, clamped: [String], outputs: [String], states: [([Double], Certificate, Int?)], tried: Int?,
    failed: Int?
  ) {
    species = Array(outputs.prefix(model.species.count))
    variables = Array(outputs.dropFirst(model.species.count))
    let (speciesNames, variableNames) = (species, variables)
    content = Content(
      model: model.id, clamped: clamped,
      states: states.map { values, certificate, starts in
        // A number without a certificate is not handed out.
        let known = certificate.status == .certified
        func pairs(_ names: [String], _ offset: Int) -> [String: Double?] {
          var result: [String: Double?] = [:]
          for (index, name) in names.enumerated() {
            let value = values[offset + index]
            result.updateValue(known && value.isFinite ? value : nil, forKey: name)
          }
          return result
        }
        return State(
          status: certificate.status.code, meaning: certificate.status.sentence,
          largestScaledResidual: certificate.residual.isFinite ? certificate.residual : nil,
          largestRelativeCorrection: certificate.correction.isFinite ? certificate.correction : nil,
          smallestSpecies: certificate.minimum.isFinite ? certificate.minimum : nil,
          iterations: Int(certificate.iterations),
          largestRealPart: certificate.largestRealPart.flatMap { $0.isFinite ? $0 : nil }, starts: starts,
          species: pairs(speciesNames, 0), variables: pairs(variableNames, speciesNames.count))
      }, startsTried: tried, startsFailed: failed)
  }

  /// JSON with sorted keys.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }

  /// For people.
  public var text: String {
    var lines = ["model  \(content.model)"]
    if !content.clamped.isEmpty { lines.append("held   \(content.clamped.joined(separator: ", "))") }
    if let tried = content.startsTried, let failed = content.startsFailed {
      lines.append(
        "search \(content.states.count) distinct states from \(tried) starts; \(failed) starts led to none. "
          + "There may be others.")
    }
    for (index, state) in content.states.enumerated() {
      lines.append("")
      if content.startsTried != nil { lines.append("State \(index + 1), reached from \(state.starts ?? 0) starts") }
      lines += text(state)
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ state: State) -> [String] {
    var lines = ["status \(state.status). \(state.meaning)"]
    func number(_ value: Double?) -> String { value.map { NumberText.significant($0, 10) } ?? "-" }
    // Errors are of interest by their power of ten.
    func brief(_ value: Double?) -> String { value.map { String(format: "%.0e", $0) } ?? "-" }
    lines.append(
      "       largest scaled residual \(brief(state.largestScaledResidual)), last relative correction "
        + "\(brief(state.largestRelativeCorrection)), \(state.iterations) iterations")
    lines.append("       smallest species \(number(state.smallestSpecies))")
    if let part = state.largestRealPart {
      let meaning =
        part < 0
        ? "attracts: disturbances fade" : part > 0 ? "repels: it does not last" : "undecided by the linear part"
      lines.append("       \(meaning) (largest real part \(number(part)) per unit of the model's time)")
    }
    guard state.status == SolveStatus.certified.code else { return lines }
    let width = (species + variables).map(\.count).max() ?? 0
    for (title, names, values) in [("Species", species, state.species), ("Variables", variables, state.variables)]
    where !names.isEmpty {
      lines += ["", title]
      for name in names {
        lines.append("  " + name + String(repeating: " ", count: width - name.count + 2) + number(values[name] ?? nil))
      }
    }
    return lines
  }
}

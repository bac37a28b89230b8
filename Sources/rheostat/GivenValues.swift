import ArgumentParser
import Pipeline

/// `ID=VALUE`, or `ID` alone.
struct Assignment: ExpressibleByArgument {
  let id: String
  let value: Double?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let id = parts.first, !id.isEmpty else { return nil }
    self.id = String(id)
    guard parts.count == 2 else {
      value = nil
      return
    }
    guard let number = Double(parts[1]), number.isFinite else { return nil }
    value = number
  }

  var setting: SBMLRequest.Setting { .init(id: id, value: value) }
}

/// What is set and what is held in a model.
struct GivenValues: ParsableArguments {
  @Option(
    name: .customLong("set"), help: "An initial value (species) or a parameter or compartment, as ID=VALUE; repeatable."
  )
  var settings: [Assignment] = []
  @Option(help: "A species held at a value, as ID=VALUE, or as ID at its value at the start; repeatable.")
  var clamp: [Assignment] = []

  func validate() throws {
    if let bad = settings.first(where: { $0.value == nil }) {
      throw ValidationError("--set \(bad.id) has no value; write --set \(bad.id)=VALUE.")
    }
    let ids = (settings + clamp).map(\.id)
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw ValidationError("\(twice) is given twice.")
    }
  }

  func request(_ model: String) -> SBMLRequest {
    SBMLRequest(path: model, set: settings.map(\.setting), clamp: clamp.map(\.setting))
  }
}

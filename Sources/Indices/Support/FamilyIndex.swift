/// An index of a family whose values are worked out together when a visit is read, since they share almost everything: the
/// PREVENT and the kidney failure risk equations.
protocol FamilyIndex: Index {
  /// Where its value stands among those of `IndexVisit.family`.
  static var place: Int { get }
}

/// Where the values of the families stand: as the registry orders them, so that they are copied in one go.
enum FamilyPlaces {
  /// Models over 10 years and the base model over 30 first, by outcome, then the others over 30 years.
  static func prevent(_ model: PREVENTEquation.Model, _ outcome: PREVENTEquation.Outcome) -> Int {
    let (first, step) = prevent(model)
    return first + step * outcome.rawValue
  }
  /// The place of the first outcome of a model, and the steps from one to the next.
  @inline(__always) static func prevent(_ model: PREVENTEquation.Model) -> (first: Int, step: Int) {
    let early = 5
    return model.rawValue < early
      ? (model.rawValue, early)
      : (early * PREVENTEquation.outcomes + model.rawValue - early, PREVENTEquation.models - early)
  }
  static func kidneyFailure(_ size: KFREquation.Size, _ setting: KFREquation.Setting) -> Int {
    PREVENTEquation.count + size.rawValue * KFREquation.settings + setting.rawValue
  }
  /// How many there are.
  static let count = PREVENTEquation.count + KFREquation.count
}

/// Values of families that stand side by side in the registry too.
struct FamilyRun {
  private(set) var from: Int
  private(set) var place: Int
  private(set) var count: Int

  /// The runs of a list of indices.
  static func all(_ types: [any Index.Type]) -> [FamilyRun] {
    var runs: [FamilyRun] = []
    for (place, type) in types.enumerated() {
      guard let from = (type as? any FamilyIndex.Type)?.place else { continue }
      if let last = runs.last, last.from + last.count == from, last.place + last.count == place {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(FamilyRun(from: from, place: place, count: 1))
      }
    }
    return runs
  }
}

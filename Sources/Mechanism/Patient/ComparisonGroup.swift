import Domain

/// Whom a draw is compared with: a sex and a structural variant of the adipose feedback.
struct ComparisonGroup: Sendable, Equatable {
  /// Female or male.
  let sex: Sex
  /// False for variant A.
  let variantB: Bool

  /// All four, in the order in which every array has them that has one entry for each.
  static let all = [Sex.female, .male].flatMap { sex in
    [false, true].map { ComparisonGroup(sex: sex, variantB: $0) }
  }

  /// Its place in this order.
  var place: Int { (sex == .female ? 0 : 2) + (variantB ? 1 : 0) }

  /// Its place where there is one entry for each parameter set and group.
  func place(set: Int) -> Int { set * Self.all.count + place }
}

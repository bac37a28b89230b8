import Domain

/// The four categories of protein-energy wasting (Fouque 2008, doi 10.1038/sj.ki.5002585), each from one visit and those before.
enum WastingCategories {
  /// Three and six months, and the two for which little must have been eaten, in days.
  private static let (threeMonths, sixMonths, twoMonths) = (92, 183, 60)

  private static func below(_ analyte: Analyte, _ limit: Double, _ visit: IndexVisit) -> CriterionState {
    visit.bounds(analyte).isBelow(limit)
  }

  /// Whether a prealbumin may be low that counts on dialysis alone, of which nobody said.
  static func isDialysisWanting(_ visit: IndexVisit) -> Bool {
    visit.dialysis == .unknown && visit.value(.prealbumin) != nil && below(.prealbumin, 300, visit) != .notMet
  }

  /// Met where one test is; not met only where all of them are known and none is.
  static func chemistry(_ visit: IndexVisit) -> CriterionState {
    let two = either(below(.albumin, 38, visit), below(.cholesterol, 100 / 38.67, visit))
    if visit.isOnDialysis { return either(two, below(.prealbumin, 300, visit)) }
    // It counts on dialysis alone; where nobody said whether it is, one that may be low leaves the category open.
    return isDialysisWanting(visit) && two == .notMet ? .unknown : two
  }

  /// Likewise; body fat, which hardly anybody measures, is not waited for.
  static func mass(_ visit: IndexVisit) -> CriterionState {
    let index = visit.bodyMassBounds.isBelow(23)
    if index == .met || below(.bodyFat, 10, visit) == .met { return .met }
    return either(index, lostWeight(visit))
  }

  /// Muscle of the arm more than 10 % below the median of the reference population. Muscle that was lost, the other test, nobody
  /// measured: a normal arm excludes nothing.
  static func muscle(_ visit: IndexVisit) -> CriterionState {
    below(.armMuscleArea, 90, visit) == .met ? .met : .unknown
  }

  /// Little protein or energy for two months: as reported, or protein by what of it is broken down.
  static func intake(_ visit: IndexVisit) -> CriterionState {
    let protein = visit.value(.proteinIntake) == nil ? hasLastedLow(visit) : isProteinLow(visit)
    return either(protein, below(.energyIntake, 25, visit))
  }

  /// 5 % in 3 months, or 10 % in 6, against an earlier dated visit; unknown where no weight of the last three months is.
  private static func lostWeight(_ visit: IndexVisit) -> CriterionState {
    guard let day = visit.day, let weight = visit.value(.weight), visit.status(.weight) == .measured else {
      return .unknown
    }
    var state = CriterionState.unknown
    for earlier in visit.earlier {
      guard let before = earlier.day, let heavier = earlier.weight, heavier > 0 else { continue }
      let span = day - before
      guard span > 0, span <= sixMonths else { continue }
      /// A loss of exactly the share counts, whatever the last bit says.
      func hasLost(_ share: Double) -> Bool { weight <= heavier * (1 - share) * (1 + 1e-9) }
      if span <= threeMonths && hasLost(0.05) || hasLost(0.10) { return .met }
      // A weight of three months ago tells of both limits, an older one of the second alone.
      if span <= threeMonths { state = .notMet }
    }
    return state
  }

  /// Grams a kilogram and day against the limit of people on dialysis, or of those with CKD 2 to 5 before it.
  private static func isLow(_ protein: CensoredBounds, _ visit: borrowing IndexVisit) -> CriterionState {
    let (onDialysis, before) = (protein.isBelow(0.8), protein.isBelow(0.6))
    switch visit.dialysis {
    case .haemodialysis, .peritoneal: return onDialysis
    case .none: return before
    case .unknown: return onDialysis == before ? before : .unknown
    }
  }

  /// Whether protein is little at one visit by itself: as reported, else by what of it is broken down.
  static func isProteinLow(_ visit: borrowing IndexVisit) -> CriterionState {
    if visit.value(.proteinIntake) != nil { return isLow(visit.bounds(.proteinIntake), visit) }
    let rate = visit.dialysis == .haemodialysis ? NPCR.compute(visit) : NPNA.compute(visit)
    guard rate.value.isFinite, rate.reason != .censoredInput else { return .unknown }
    // Kidneys of which nobody said that they clear nothing may clear more, and so may a dialysis of which nobody said: the rate
    // is then the least that it can be.
    let isLeast = rate.status == .outOfRange || visit.dialysis == .unknown
    return isLow(isLeast ? .above(rate.value) : .point(rate.value), visit)
  }

  /// Little at this visit and at one two to six months before, and never enough between.
  private static func hasLastedLow(_ visit: IndexVisit) -> CriterionState {
    let now = isProteinLow(visit)
    guard now == .met else { return now }
    guard let day = visit.day else { return .unknown }
    for earlier in visit.earlier.reversed() {
      guard let before = earlier.day, day - before <= sixMonths else { continue }
      let hasTwoMonths = day - before >= twoMonths
      if earlier.isProteinLow == .notMet { return hasTwoMonths ? .unknown : .notMet }
      if earlier.isProteinLow == .met, hasTwoMonths { return .met }
    }
    return .unknown
  }
}

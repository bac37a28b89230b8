import Domain

/// What indices over time ask of a person's earlier visit.
struct EarlierVisit {
  /// Its row in the block.
  let row: Int
  /// Days since the baseline, or nil.
  let day: Int?
  /// Weight, kg, or nil where it was not measured.
  let weight: Double?
  /// As `EstimatedGFR` derives it.
  let filtration: EstimatedGFR?
  /// Whether the person is known to have a kidney transplant.
  let isGrafted: Bool
  /// Whether its urea or intake tells of little protein: see `WastingCategories`.
  let isProteinLow: CriterionState
  /// Whether it shows what CKD shows: see `CKDChronicity`.
  let isAbnormal: CriterionState

  init(_ visit: borrowing IndexVisit, row: Int) {
    self.row = row
    day = visit.day
    weight = visit.status(.weight) == .measured ? visit.value(.weight) : nil
    isGrafted = visit.answer(.transplant) == .yes
    filtration = visit.filtration
    isProteinLow = WastingCategories.isProteinLow(visit)
    isAbnormal = CKDChronicity.isAbnormal(visit)
  }
}

/// The visits of a block that have later ones of the same person, by row: read once, then asked by all that come after.
final class VisitHistory {
  private let visits: UnsafeMutablePointer<EarlierVisit>
  private let isKnown: UnsafeMutablePointer<Bool>
  private let count: Int

  /// Of a block with so many visits, none of them read.
  init(count: Int) {
    self.count = count
    visits = .allocate(capacity: count)
    isKnown = .allocate(capacity: count)
    isKnown.initialize(repeating: false, count: count)
  }

  // Numbers and codes alone, with nothing to give up.
  deinit {
    visits.deallocate()
    isKnown.deallocate()
  }

  func knows(_ row: Int) -> Bool {
    precondition(row >= 0 && row < count, "no such row")
    return isKnown[row]
  }

  func put(_ visit: EarlierVisit) {
    precondition(visit.row >= 0 && visit.row < count, "no such row")
    (visits + visit.row).initialize(to: visit)
    isKnown[visit.row] = true
  }

  /// Those of these rows, each of which is known.
  func callAsFunction(_ rows: Range<Int>) -> UnsafeBufferPointer<EarlierVisit> {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "no such rows")
    return UnsafeBufferPointer(start: visits + rows.lowerBound, count: rows.count)
  }
}

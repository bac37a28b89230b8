import Testing

@testable import Domain

@Suite struct PanelBlockTests {
  private let visits = (1...3).map {
    VisitIdentity(row: Int64($0), patient: Int64($0), ordinal: 1, day: nil, randomKey: 0)
  }

  /// What the sets of a visit must be, from its labs one by one.
  private func expected(_ block: PanelBlock, _ row: Int) -> LabSets {
    func set(_ test: (LabValue) -> Bool) -> AnalyteSet {
      Analyte.allCases.reduce([]) { test(block[$1, row]) ? $0.union(AnalyteSet(arrayLiteral: $1)) : $0 }
    }
    var sets = LabSets()
    sets.present = set { $0.status != .missing }
    sets.censored = set { $0.status == .belowLimit || $0.status == .aboveLimit }
    sets.notFinite = set { $0.status != .missing && !$0.value.isFinite }
    return sets
  }

  @Test func setsFollowTheLabs() {
    var block = PanelBlock(visits: visits)
    #expect(block.sets(row: 0) == LabSets())
    block[.glucose, 0] = LabValue(value: 5, reported: 5)
    block[.hip, 0] = LabValue(value: 100, reported: 100, status: .aboveLimit)
    block[.crp, 2] = LabValue(value: .infinity, reported: 1, status: .belowLimit)
    block.setLab(LabValue(value: .nan, reported: .nan), ordinal: Analyte.misMuscle.ordinal, row: 1)
    for row in 0..<3 { #expect(block.sets(row: row) == expected(block, row)) }
    #expect(block.sets(row: 2).notFinite.contains(.crp) && block.sets(row: 1).notFinite.contains(.misMuscle))
    // Changed in part, taken away, and made finite.
    block[.glucose, 0].value /= 0
    block[.hip, 0] = .missing
    block[.crp, 2].value = 3
    block[.crp, 2].status = .measured
    for row in 0..<3 { #expect(block.sets(row: row) == expected(block, row)) }
    #expect(block.sets(row: 0).notFinite == [.glucose] && block.sets(row: 2).censored == [])
    let part = block.selecting([2, 0, 2])
    for row in 0..<3 { #expect(part.sets(row: row) == block.sets(row: [2, 0, 2][row])) }
  }

  @Test func rangesOfAnalytes() {
    let items = AnalyteSet(from: .misWeight, through: .misMuscle)
    #expect(items == Analyte.malnutritionItems.reduce([]) { $0.union(AnalyteSet(arrayLiteral: $1)) })
    #expect(AnalyteSet(from: .glucose, through: .glucose) == [.glucose])
  }
}

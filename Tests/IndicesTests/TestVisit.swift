import Domain

@testable import Indices

/// A visit for a test, built up one fact at a time.
struct TestVisit {
  private var block = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: 0)])

  /// An adult of 50 of whom nothing else is known.
  init(age: Double? = 50) { block.age[0] = age ?? .nan }

  var row: IndexVisit { IndexVisit(panel) }
  var panel: PanelRow { block[0] }

  /// Adds a value in a unit of the dictionary, as the Ingest stage would.
  func with(_ analyte: Analyte, _ value: Double, _ unit: String? = nil, _ status: ValueStatus = .measured) -> TestVisit
  {
    var copy = self
    let place = unit.map { analyte.unitIndex(spelled: $0) ?? -1 } ?? 0
    precondition(place >= 0, "no such unit")
    copy.block[analyte, 0].value = analyte.info.units[place].canonical(value)
    copy.block[analyte, 0].reported = value
    copy.block[analyte, 0].unit = UInt8(place)
    copy.block[analyte, 0].status = status
    return copy
  }

  func without(_ analyte: Analyte) -> TestVisit {
    var copy = self
    copy.block[analyte, 0] = .missing
    return copy
  }

  func with(_ covariate: Covariate, _ code: String) -> TestVisit {
    var copy = self
    let place = covariate.codes.firstIndex(of: code)
    precondition(place != nil, "no such code")
    copy.block[covariate, 0] = UInt8(place ?? 0)
    return copy
  }

  func with(equation: String) -> TestVisit {
    var copy = self
    copy.block.egfrEquation[0] = equation
    return copy
  }
}

/// The rows of a vector table as dictionaries.
func vectors(_ text: String) -> [[String: String]] {
  let bytes = Array((text + "\n").utf8)
  let file = bytes.withUnsafeBytes { DataFile(bytes: $0) }
  return file.rows.map { row in Dictionary(uniqueKeysWithValues: zip(file.header, row)) }
}

extension [String: String] {
  /// The number in a column.
  func number(_ column: String) -> Double { Double(self[column] ?? "") ?? .nan }
}

/// |a - b| relative to b.
func relativeDifference(_ value: Double, _ expected: Double) -> Double { abs(value - expected) / abs(expected) }

infix operator =~ : ComparisonPrecedence

/// The same, where no value is the same as no value.
func =~ (found: IndexValue, expected: IndexValue) -> Bool {
  (found.value == expected.value || found.value.isNaN && expected.value.isNaN) && found.status == expected.status
    && found.reason == expected.reason && found.missing == expected.missing
}

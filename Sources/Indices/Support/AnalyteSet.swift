import Domain

/// A set of analytes as bits, at the places that they have in `InputSet`: what is missing, censored or no number among the
/// inputs of an index is then one operation.
struct AnalyteSet: ExpressibleByArrayLiteral {
  let bits: UInt128

  @inline(__always) init(bits: UInt128) { self.bits = bits }

  @inline(__always) init(arrayLiteral elements: Analyte...) {
    var bits: UInt128 = 0
    for analyte in elements { bits |= InputSet(analyte).rawValue }
    self.bits = bits
  }

  @inline(__always) func union(_ other: AnalyteSet) -> AnalyteSet { AnalyteSet(bits: bits | other.bits) }
  @inline(__always) func contains(_ analyte: Analyte) -> Bool { bits & InputSet(analyte).rawValue != 0 }
  /// As inputs of an index.
  var inputs: InputSet { InputSet(rawValue: bits) }
}

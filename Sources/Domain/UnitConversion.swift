import CResources

/// How a value in an accepted unit becomes a value in the canonical unit of its analyte:
/// `(value + offset) * numerator / denominator`.
///
/// Numerator and denominator are kept apart so that 1/18.0156 is a division by the published number.
/// A unit is known by its place in `AnalyteInfo.units`; place 0 is the canonical unit.
public struct UnitConversion: Sendable, Hashable {
  /// Spelling as in the dictionary (UCUM where there is one), as `mg/dL`.
  public let unit: String
  /// See the formula above.
  public let numerator: Double
  /// See the formula above.
  public let denominator: Double
  /// Added before scaling; other than 0 only for HbA1c in per cent.
  public let offset: Double
  /// Where the factor comes from.
  public let source: String

  /// A conversion by hand, for the insulin factor of a mapping or for tests.
  public init(unit: String, numerator: Double, denominator: Double, offset: Double, source: String) {
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
    self.offset = offset
    self.source = source
  }

  /// The value in the canonical unit.
  @inlinable public func canonical(_ value: Double) -> Double { (value + offset) * numerator / denominator }

  /// The value in this unit of a value in the canonical unit.
  @inlinable public func reported(fromCanonical value: Double) -> Double { value * denominator / numerator - offset }

  /// The factor as one number, for the record beside a result.
  public var factor: Double { numerator / denominator }

  /// Spelling without case, spaces and the differences between micro signs, so that `mg/dl`, `MG/DL` and `mg / dL`,
  /// or `µmol/L` and `umol/l` are the same unit. Powers and annotations are folded as in `mL/min/1.73m²`.
  public static func normalized(_ spelling: some StringProtocol) -> String {
    var result = ""
    for scalar in spelling.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{A0}", "^", "[", "]", "{", "}", "_", "(", ")", "*": continue
      case "\u{B5}", "\u{3BC}": result.unicodeScalars.append("u")
      case "\u{B2}": result.unicodeScalars.append("2")
      case "\u{2215}", "\u{2044}": result.unicodeScalars.append("/")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func load() -> [String: [UnitConversion]] {
    let file = DataFile(rheostat_units_csv())
    var byAnalyte: [String: [UnitConversion]] = [:]
    for row in file.rows.indices {
      let conversion = UnitConversion(
        unit: file.value(row, "unit"), numerator: Double(file.value(row, "numerator")) ?? .nan,
        denominator: Double(file.value(row, "denominator")) ?? .nan, offset: Double(file.value(row, "offset")) ?? .nan,
        source: file.value(row, "source"))
      byAnalyte[file.value(row, "analyte"), default: []].append(conversion)
    }
    return byAnalyte
  }
}

extension Analyte {
  /// The place of the accepted unit with this spelling, or nil where the analyte has no such unit.
  public func unitIndex(spelled spelling: some StringProtocol) -> Int? {
    let wanted = UnitConversion.normalized(spelling)
    return info.units.firstIndex { UnitConversion.normalized($0.unit) == wanted }
  }
}

import Domain

/// What a laboratory cell came to.
enum LabReading {
  case accepted(value: Double, reported: Double, status: ValueStatus, factor: Double)
  case rejected(code: String, expected: String, message: String)
}

/// Reads the number of a laboratory cell, converts it and checks it.
struct LabReader {
  private let mark: DecimalMark
  private let qualifiers: [[UInt8]]
  /// The units of every analyte, by ordinal; insulin's with the factor of the mapping.
  let units: [[UnitConversion]]

  /// No laboratory writes a longer number, in bytes.
  private static let lengthLimit = 100

  init(mark: DecimalMark, mapping: Mapping?) {
    self.mark = mark
    qualifiers = (mapping?.qualifiers ?? []).map { Array($0.utf8) }
    units = Self.units(insulinFactor: mapping?.insulinFactor ?? Mapping.defaultInsulinFactor)
  }

  /// The dictionary's units; those of insulin activity (uU/mL, mU/L and the like, at 6 pmol per uU there) take the
  /// given factor. The mass unit ng/mL and pmol/L do not depend on it.
  static func units(insulinFactor: Double) -> [[UnitConversion]] {
    AnalyteInfo.all.enumerated().map { ordinal, info in
      guard ordinal == Analyte.insulin.ordinal else { return info.units }
      return info.units.map { unit in
        guard unit.numerator == 6, unit.denominator == 1, insulinFactor != 6 else { return unit }
        return UnitConversion(
          unit: unit.unit, numerator: insulinFactor, denominator: 1, offset: 0, source: "factor of the mapping")
      }
    }
  }

  /// Reads a trimmed cell that is not missing.
  /// - Parameter isFlagged: whether a flag column says that the number stands for a value below the limit of
  ///   detection. The number is kept as the file gives it: the rule of L/2 needs the limit, and such files
  ///   have already put a substitute (NHANES: limit divided by the square root of 2).
  func read(_ cell: CellBytes, _ analyte: Analyte, unit index: Int, isFlagged: Bool) -> LabReading {
    let found =
      cell.count <= Self.lengthLimit
      ? CensoredText.read(cell, mark: mark, qualifiers: qualifiers)
      : CensoredNumber(reading: .notANumber, status: .measured)
    let limit: Double
    switch found.reading {
    case .number(let number): limit = number
    case .ambiguous:
      return .rejected(
        code: "ambiguous_number", expected: "a number with decimal \(mark == .point ? "point" : "comma")",
        message:
          "The mark in this number may be decimal or thousands. Settle it with `decimal` in the mapping or rewrite it.")
    case .notANumber:
      return .rejected(
        code: "not_a_number", expected: "a number, or a limit such as <0.5",
        message: "This is not a number. Correct it, empty it, or list its qualifier in the mapping.")
    }
    let conversion = units[analyte.ordinal][index]
    let range = analyte.info.plausible
    let canonicalLimit = conversion.canonical(limit)
    // A Z score may be negative, a concentration not.
    if limit < 0, range.lowerBound >= 0 {
      return .rejected(
        code: "negative_value", expected: expected(range, conversion),
        message: "The value is negative, which cannot be for \"\(analyte.info.label)\".")
    }
    // A scale that goes below nought has no half of a limit.
    if found.status != .measured, range.lowerBound < 0 {
      return .rejected(
        code: "not_a_number", expected: expected(range, conversion),
        message: "A limit says too little of \"\(analyte.info.label)\". Correct it or empty it.")
    }
    let isPlausible =
      switch found.status {
      case .belowLimit: limit > 0 && canonicalLimit <= range.upperBound
      default: range.contains(canonicalLimit)
      }
    guard isPlausible else {
      return .rejected(
        code: "implausible", expected: expected(range, conversion),
        message: "The value is outside what can be for \"\(analyte.info.label)\"." + hint(limit, analyte, index))
    }
    let status = found.status == .measured && isFlagged ? .belowLimit : found.status
    let fraction =
      switch found.status {
      case .belowLimit: Censoring.belowLimitFraction
      case .aboveLimit: Censoring.aboveLimitFraction
      default: 1.0
      }
    // A unit with an offset (HbA1c in per cent) has its zero elsewhere: half of the limit is taken in the canonical
    // unit, where zero means none.
    let value = conversion.offset == 0 ? conversion.canonical(limit * fraction) : canonicalLimit * fraction
    let reported =
      conversion.offset == 0 || fraction == 1 ? limit * fraction : conversion.reported(fromCanonical: value)
    return .accepted(value: value, reported: reported, status: status, factor: conversion.factor)
  }

  private func expected(_ range: ClosedRange<Double>, _ unit: UnitConversion) -> String {
    // A unit with an offset (HbA1c in per cent) may put the lowest amount below zero.
    let lowest = unit.reported(fromCanonical: range.lowerBound)
    let low = range.lowerBound < 0 ? lowest : max(0, lowest)
    let high = unit.reported(fromCanonical: range.upperBound)
    return "\(Printable.number(low)) to \(Printable.number(high))" + (unit.unit == "1" ? "" : " \(unit.unit)")
  }

  /// Another unit in which the number would fit, said and never applied.
  private func hint(_ number: Double, _ analyte: Analyte, _ index: Int) -> String {
    let all = units[analyte.ordinal]
    let fitting = all.indices.first { other in
      all[other].factor != all[index].factor && analyte.info.plausible.contains(all[other].canonical(number))
    }
    guard let fitting else { return " Correct it or empty it." }
    let converted = all[index].reported(fromCanonical: all[fitting].canonical(number))
    let unit = all[index].unit
    return
      " \(Printable.number(number)) \(unit) would be \(Printable.number(converted)) \(unit) if it were \(all[fitting].unit):"
      + " check the unit."
  }
}

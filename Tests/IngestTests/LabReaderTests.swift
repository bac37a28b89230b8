import Domain
import Testing

@testable import Ingest

@Suite struct LabReaderTests {
  private func read(
    _ text: String, _ analyte: Analyte, _ unit: String, toml: String? = nil, flagged: Bool = false
  ) throws -> LabReading {
    let mapping = try toml.map { try Mapping(toml: $0, name: "map.toml") }
    let reader = LabReader(mark: .point, mapping: mapping)
    let index = try #require(UnitSpelling.index(unit, of: analyte))
    return withCell(text) { reader.read($0, analyte, unit: index, isFlagged: flagged) }
  }

  private func accepted(_ reading: LabReading) throws -> (
    value: Double, reported: Double, status: ValueStatus, factor: Double
  ) {
    guard case .accepted(let value, let reported, let status, let factor) = reading else {
      throw RheostatError(.internalError, "\(reading)")
    }
    return (value, reported, status, factor)
  }

  private func rejected(_ reading: LabReading) throws -> (code: String, expected: String, message: String) {
    guard case .rejected(let code, let expected, let message) = reading else {
      throw RheostatError(.internalError, "\(reading)")
    }
    return (code, expected, message)
  }

  /// Known pairs: creatinine 1 mg/dL is 88.4 umol/L; HbA1c 6.5 % is 48 mmol/mol (ADA's diagnostic limit in both units);
  /// insulin 10 uU/mL is 60 pmol/L (Knopp 2019).
  @Test func knownPairs() throws {
    #expect(try accepted(read("1", .creatinine, "mg/dL")).value == 88.4)
    #expect(abs(try accepted(read("6.5", .hba1c, "%")).value - 48) < 0.5)
    let insulin = try accepted(read("10", .insulin, "uIU/mL"))
    #expect(insulin.value == 60)
    #expect(insulin.factor == 6)
    #expect(insulin.reported == 10)
  }

  @Test func theInsulinFactorOfTheMappingIsAppliedAndRecorded() throws {
    let toml = "version = 1\n[settings]\ninsulin_pmol_per_uU = 6.945\n"
    let insulin = try accepted(read("10", .insulin, "mU/L", toml: toml))
    #expect(insulin.value == 69.45)
    #expect(insulin.factor == 6.945)
    #expect(try accepted(read("60", .insulin, "pmol/L", toml: toml)).value == 60)
    #expect(try accepted(read("1", .insulin, "ng/mL", toml: toml)).value == 172.92)
  }

  /// Half of a lower limit, the upper limit itself (Hornung and Reed 1990).
  @Test func censoredValuesStandByTheRule() throws {
    let below = try accepted(read("<2", .insulin, "uU/mL"))
    #expect(below.value == 6 && below.reported == 1 && below.status == .belowLimit)
    let above = try accepted(read(">60", .egfr, "mL/min/1.73 m2"))
    #expect(above.value == 60 && above.reported == 60 && above.status == .aboveLimit)
    // 4 % is 20.20 mmol/mol by the master equation of NGSP and IFCC; half of it is 10.10.
    let a1c = try accepted(read("<4", .hba1c, "%"))
    #expect(abs(a1c.value - 10.10) < 0.005 && a1c.status == .belowLimit)
  }

  @Test func aFlaggedValueKeepsItsNumber() throws {
    let flagged = try accepted(read("0.71", .insulin, "uU/mL", flagged: true))
    #expect(flagged.reported == 0.71 && flagged.status == .belowLimit)
  }

  @Test func negativeValuesAreRejected() throws {
    for text in ["-5", "-0.1", "<-1"] { #expect(try rejected(read(text, .glucose, "mmol/L")).code == "negative_value") }
  }

  /// Half of all children have a BMI Z score below zero.
  @Test func aScoreMayBeNegative() throws {
    #expect(try accepted(read("-1.2", .bmiZ, "1")).value == -1.2)
    let low = try rejected(read("-12", .bmiZ, "1"))
    #expect(low.code == "implausible" && low.expected == "-10 to 10", "\(low)")
    #expect(try rejected(read("<2", .bmiZ, "1")).message.contains("limit"))
  }

  /// 57.2 mg/dL divided by 18.0156 is 3.175 mmol/L; 1.1 to 55.5 mmol/L are 19.82 to 999.9 mg/dL.
  @Test func implausibleValuesNameTheRangeAndTheUnitThatWouldFit() throws {
    let high = try rejected(read("57.2", .glucose, "mmol/L"))
    #expect(high.code == "implausible")
    #expect(high.expected == "1.1 to 55.5 mmol/L")
    #expect(high.message.hasPrefix("The value is outside what can be for \"Glucose, fasting\". 57.2"))
    #expect(high.message.contains("57.2 mmol/L would be 3.175 mmol/L if it were mg/dL"))
    let low = try rejected(read("5", .glucose, "mg/dL"))
    #expect(low.expected == "19.82 to 999.9 mg/dL")
    #expect(low.message.contains("if it were mmol/L"))
    #expect(try rejected(read("1e9", .glucose, "mg/dL")).message.contains("if it were") == false)
  }

  @Test func whatIsNoNumberIsSaidToBeNone() throws {
    for text in ["high", "7 H", "0x10", "inf", String(repeating: "1", count: 1_000)] {
      #expect(try rejected(read(text, .glucose, "mmol/L")).code == "not_a_number")
    }
    #expect(try rejected(read("1,234", .glucose, "mmol/L")).code == "ambiguous_number")
  }
}

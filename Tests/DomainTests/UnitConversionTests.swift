import Domain
import Foundation
import Testing

@Suite struct UnitConversionTests {
  struct Reference {
    let analyte: String
    let conventional: String
    let unit: String
    let factor: Double
  }

  /// Factors collected outside this code; the file names its sources.
  static func references() throws -> [Reference] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/reference_units.csv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let fields = $0.split(separator: ",").map(String.init)
      let parts = fields[3].split(separator: "/").compactMap { Double($0) }
      return Reference(
        analyte: fields[0], conventional: fields[1], unit: fields[2],
        factor: parts.count == 2 ? parts[0] / parts[1] : parts[0])
    }
  }

  @Test func everyFactorAgreesWithTheReference() throws {
    var checked = 0
    for reference in try Self.references() {
      // mL/min is not normalised to body surface: another quantity, which only a mapping may declare to be meant.
      if reference.analyte == "egfr" && reference.unit == "mL/min" { continue }
      if reference.analyte == "hba1c" { continue }
      let analyte = try #require(Analyte(name: reference.analyte))
      let unit = try #require(
        analyte.unitIndex(spelled: reference.unit), "\(reference.analyte) lacks \(reference.unit)")
      let conventional = try #require(analyte.unitIndex(spelled: reference.conventional))
      let ours = analyte.info.units[unit].factor / analyte.info.units[conventional].factor
      // The reference prints three to six digits.
      #expect(abs(ours / reference.factor - 1) < 2e-4, "\(reference.analyte) \(reference.unit)")
      checked += 1
    }
    #expect(checked > 110)
  }

  /// Column pairs of NHANES 2017-2018, whose SI columns the survey computed itself (LBXGLU/LBDGLUSI and so on).
  @Test(arguments: [
    ("glucose", "mg/dL", 122.0, 6.77, 0.005), ("insulin", "uIU/mL", 9.72, 58.32, 0.005),
    ("creatinine", "mg/dL", 1.13, 99.89, 0.005), ("albumin", "g/dL", 3.9, 39.0, 0.005),
    ("hdl", "mg/dL", 88.0, 2.28, 0.005), ("hdl", "mg/dL", 72.0, 1.86, 0.005),
  ])
  func agreesWithNHANES(name: String, unit: String, reported: Double, si: Double, printed: Double) throws {
    let analyte = try #require(Analyte(name: name))
    let place = try #require(analyte.unitIndex(spelled: unit))
    #expect(abs(analyte.info.units[place].canonical(reported) - si) <= printed)
  }

  /// NGSP/IFCC pairs as printed by the NGSP (ngsp.org/ifcc.asp): 5 % is 31, 6 % is 42, 7 % is 53, 10 % is 86 mmol/mol.
  @Test(arguments: [(5.0, 31.0), (6, 42), (7, 53), (8, 64), (10, 86)])
  func haemoglobinA1cIsAffine(percent: Double, ifcc: Double) throws {
    let unit = try #require(Analyte.hba1c.unitIndex(spelled: "%"))
    let conversion = Analyte.hba1c.info.units[unit]
    #expect(conversion.canonical(percent).rounded() == ifcc)
    #expect(abs(conversion.reported(fromCanonical: conversion.canonical(percent)) - percent) < 1e-12)
  }

  @Test func spellingsOfOneUnitAreTheSame() {
    for spelling in ["mg/dL", "mg/dl", "MG/DL", " mg / dL "] {
      #expect(Analyte.glucose.unitIndex(spelled: spelling) == Analyte.glucose.unitIndex(spelled: "mg/dL"))
    }
    #expect(Analyte.creatinine.unitIndex(spelled: "\u{B5}mol/L") == Analyte.creatinine.unitIndex(spelled: "umol/L"))
    #expect(Analyte.creatinine.unitIndex(spelled: "\u{3BC}mol/l") == Analyte.creatinine.unitIndex(spelled: "umol/L"))
    #expect(Analyte.egfr.unitIndex(spelled: "mL/min/1.73m\u{B2}") != nil)
    #expect(Analyte.insulin.unitIndex(spelled: "u[IU]/mL") == Analyte.insulin.unitIndex(spelled: "uIU/mL"))
    #expect(Analyte.glucose.unitIndex(spelled: "umol/L") == nil)
  }

  @Test func backAndForthIsTheSame() {
    for analyte in Analyte.allCases {
      for unit in analyte.info.units {
        #expect(abs(unit.reported(fromCanonical: unit.canonical(7.25)) - 7.25) < 1e-12)
      }
    }
  }
}

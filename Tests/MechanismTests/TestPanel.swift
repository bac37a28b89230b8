import Domain

@testable import Mechanism

/// Made-up people for tests: none is a real patient, and no constant of the model was set by them.
struct TestPatient {
  var labs: [Analyte: Double] = [:]
  var codes: [Covariate: UInt8] = [:]
  var age = 50.0
  var key: UInt64 = 1

  static let male: UInt8 = 2
  static let female: UInt8 = 1
  static let no: UInt8 = 1
  static let yes: UInt8 = 2

  /// The values of the reference man, as a laboratory would report them.
  static var lean: TestPatient {
    TestPatient(
      labs: [
        .glucose: 4.9, .insulin: 45, .egfr: 100, .leptin: 2.3, .adiponectin: 6, .tnfAlpha: 1.9, .il6: 1.1, .ffa: 0.36,
        .bmi: 22, .crp: 0.8, .albumin: 44, .bicarbonate: 25.5, .vitaminD: 70,
      ], codes: [.sex: male, .diabetes: 1, .dialysis: 1, .fasting: yes], key: 11)
  }

  /// The profile of claim P01: end-stage disease on haemodialysis with inflammation and protein-energy wasting.
  static var wasted: TestPatient {
    TestPatient(
      labs: [
        .glucose: 4.8, .insulin: 55, .egfr: 6, .leptin: 3, .adiponectin: 16, .tnfAlpha: 6, .il6: 6, .ffa: 0.45,
        .bmi: 18, .crp: 12, .albumin: 30, .prealbumin: 180, .bicarbonate: 19, .vitaminD: 25,
      ], codes: [.sex: male, .diabetes: 1, .dialysis: 2, .fasting: yes], age: 62, key: 12)
  }

  /// The profile of claim P02: obesity and type 2 diabetes with normal kidneys.
  static var overfed: TestPatient {
    TestPatient(
      labs: [
        .glucose: 8, .insulin: 190, .egfr: 95, .leptin: 18, .adiponectin: 3.5, .tnfAlpha: 2.4, .il6: 2.4, .ffa: 0.5,
        .bmi: 35, .crp: 3, .albumin: 43, .bicarbonate: 25, .vitaminD: 55,
      ], codes: [.sex: male, .diabetes: 3, .dialysis: 1, .fasting: yes], age: 52, key: 13)
  }
}

extension PanelBlock {
  /// A block of test patients.
  init(_ patients: [TestPatient]) {
    self.init(
      visits: patients.enumerated().map {
        VisitIdentity(row: Int64($0), patient: Int64($0 + 1), ordinal: 1, day: 0, randomKey: $1.key)
      })
    for (row, patient) in patients.enumerated() {
      age[row] = patient.age
      for (analyte, value) in patient.labs {
        self[analyte, row].value = value
        self[analyte, row].reported = value
        self[analyte, row].status = .measured
      }
      for (covariate, code) in patient.codes { self[covariate, row] = code }
    }
  }
}

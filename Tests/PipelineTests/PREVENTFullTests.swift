import Domain
import Foundation
import Testing

@testable import Pipeline

/// The full PREVENT equations over 30 years, for which no result without the index of social deprivation (SDI) was found.
///
/// Results that other programs print where it is known are moved, on the logit, by the published coefficients: that of the
/// known category less that of an unknown one (Khan 2024, supplement S12; doi 10.1161/CIRCULATIONAHA.123.067626).
@Suite struct PREVENTFullTests {
  /// By outcome and sex: deciles 4 to 6, 7 to 10, unknown; 1 to 3 is none.
  private static let deprivation: [String: [Double]] = [
    "prevent_cvd_30y_full female": [0, 0.1067741, 0.1853138, 0.1567115],
    "prevent_cvd_30y_full male": [0, 0.0256704, 0.1887637, 0.089241],
    "prevent_ascvd_30y_full female": [0, 0.1107632, 0.1840367, 0.1308962],
    "prevent_ascvd_30y_full male": [0, 0.015675, 0.1864231, 0.0845697],
    "prevent_hf_30y_full female": [0, 0.0847634, 0.18397, 0.1485802],
    "prevent_hf_30y_full male": [0, 0.057746, 0.2446441, 0.1076782],
  ]

  /// index | inputs | printed | tolerance | category of deprivation | where it is printed
  private static let printed = """
    prevent_cvd_30y_full | age=45 sbp=120mmHg drug_bp=no cholesterol=200mg/dL hdl=60mg/dL drug_statin=no diabetes=type2 smoking=no egfr=95mL/min/1.73m2 bmi=25 sex=female uacr=42mg/g hba1c=6.8% | 0.20873995 | 6e-9 | 2 | davidguzman1991/prevent-ecuador backend/tests/fixtures/prevent_30y_r_official.json @79d804e7
    prevent_ascvd_30y_full | age=45 sbp=120mmHg drug_bp=no cholesterol=200mg/dL hdl=60mg/dL drug_statin=no diabetes=type2 smoking=no egfr=95mL/min/1.73m2 bmi=25 sex=female uacr=42mg/g hba1c=6.8% | 0.12103204 | 6e-9 | 2 | davidguzman1991/prevent-ecuador backend/tests/fixtures/prevent_30y_r_official.json @79d804e7
    prevent_hf_30y_full | age=45 sbp=120mmHg drug_bp=no cholesterol=200mg/dL hdl=60mg/dL drug_statin=no diabetes=type2 smoking=no egfr=95mL/min/1.73m2 bmi=25 sex=female uacr=42mg/g hba1c=6.8% | 0.13986617 | 6e-9 | 2 | davidguzman1991/prevent-ecuador backend/tests/fixtures/prevent_30y_r_official.json @79d804e7
    prevent_cvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=female uacr=92mg/g hba1c=9.2% | 0.534 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_ascvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=female uacr=92mg/g hba1c=9.2% | 0.348 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_hf_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=female uacr=92mg/g hba1c=9.2% | 0.443 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_cvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=male uacr=92mg/g hba1c=9.2% | 0.513 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_ascvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=male uacr=92mg/g hba1c=9.2% | 0.326 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_hf_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=male uacr=92mg/g hba1c=9.2% | 0.438 | 0.00051 | 0 | martingmayer/preventr tests/testthat/test-prevent_equations.R @126eccd1
    prevent_ascvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=female uacr=40mg/g hba1c=7.5% | 0.344 | 0.00051 | 2 | bcjaeger/PooledCohort tests/testthat/test-predict_30yr_ascvd_risk.R @a335c8e7
    prevent_ascvd_30y_full | age=50 sbp=160mmHg drug_bp=yes cholesterol=200mg/dL hdl=45mg/dL drug_statin=no diabetes=type2 smoking=no egfr=90mL/min/1.73m2 bmi=35 sex=male uacr=40mg/g hba1c=7.5% | 0.338 | 0.00051 | 2 | bcjaeger/PooledCohort tests/testthat/test-predict_30yr_ascvd_risk.R @a335c8e7
    """

  @Test(arguments: printed.split(separator: "\n").map(String.init))
  func whatOthersPrintWithDeprivationIsMetWithout(line: String) throws {
    let cells = line.components(separatedBy: " | ")
    let words = cells[1].split(separator: " ").map(String.init)
    let sex = words.contains("sex=female") ? "female" : "male"
    let terms = try #require(Self.deprivation["\(cells[0]) \(sex)"])
    let (expected, tolerance) = (try #require(Double(cells[2])), try #require(Double(cells[3])))
    let category = try #require(Int(cells[4]))
    let found = try #require(try CalculatedIndex.named(cells[0]).answer(words).number)
    let logit = log(found / (1 - found)) - terms[3] + terms[category]
    #expect(abs(1 / (1 + exp(-logit)) - expected) <= tolerance)
  }
}

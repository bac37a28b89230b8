import Domain
import Testing

@testable import Mechanism

@Suite struct LaboratoryErrorTests {
  /// Expected: sqrt(ln(1 + CV^2)) by Python's math, CVs from the sources named in the table.
  @Test func sigmaOfLogarithm() {
    let error = LaboratoryError.shipped
    #expect(abs(error.sigma(.insulin) - 0.2546879807159185) < 1e-12)
    #expect(abs(error.sigma(.leptin) - 0.1980422004353651) < 1e-12)
    #expect(error.sigma(.bmi) == 0)
  }

  @Test func medianIsTheMeasuredValue() {
    let error = LaboratoryError.shipped
    #expect(error.perturb(50, .insulin, normal: 0) == 50)
    let (up, down) = (error.perturb(50, .insulin, normal: 1.3), error.perturb(50, .insulin, normal: -1.3))
    #expect(abs(up * down - 2500) < 1e-9)
    #expect(up > 50)
  }
}

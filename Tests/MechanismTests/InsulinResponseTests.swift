import Domain
import Testing

@testable import Mechanism

@Suite struct InsulinResponseTests {
  @Test func definitions() {
    #expect(InsulinResponse.response(.muscle, readout: 0.5, withoutInsulin: 0.1) == 0.4)
    #expect(InsulinResponse.response(.liver, readout: 0.25, withoutInsulin: 1) == 0.75)
    #expect(InsulinResponse.response(.adipose, readout: 0.4, withoutInsulin: 0.8) == 0.5)
    #expect(InsulinResponse.response(.liver, readout: 1, withoutInsulin: 1) == 0.01)
    #expect(InsulinResponse.response(.liver, readout: .nan, withoutInsulin: 1).isNaN)
  }

  /// Half the response is ln 2 of resistance.
  @Test func indexIsALogarithmicRatio() {
    #expect(abs(InsulinResponse.index(0.2, reference: 0.4) - 0.6931471805599453) < 1e-15)
    #expect(InsulinResponse.index(0.4, reference: 0.4) == 0)
  }
}

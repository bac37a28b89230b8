import Domain
import Testing

@testable import Mechanism

@Suite struct ComparisonTests {
  @Test func aRowIsRead() throws {
    let comparison = try ComparisonText.one([
      "context": "free", "background": "ckd", "against": "healthy", "both": "leucine=1", "habit": "raptor_m=0.1",
      "test": "rapamycin=5", "readout": "glucose_disposal", "metric": "difference",
    ])
    #expect(comparison.context == .free)
    #expect(comparison.background == "ckd")
    #expect(comparison.against == "healthy")
    #expect(comparison.both == Change.parse("leucine=1"))
    #expect(comparison.habit == Change.parse("raptor_m=0.1"))
    #expect(comparison.test == Change.parse("rapamycin=5"))
    #expect(comparison.readout == "glucose_disposal")
    #expect(comparison.measure == .difference)
    #expect(comparison.hasTest)
  }

  @Test func withoutAnotherBackgroundItIsItsOwn() throws {
    #expect(try ComparisonText.one(["background": "ckd"]).against == "ckd")
  }

  @Test func slowStatesAreFrozenOnlyForATest() throws {
    #expect(try !ComparisonText.one(["habit": "raptor_m=0.1", "both": "leucine=1"]).hasTest)
    #expect(try ComparisonText.one(["clamp": "glucose=5"]).hasTest)
    #expect(try ComparisonText.one(["test": "glucose=5"]).hasTest)
    let sweeps = ["insulin = 5..500": true, "insulin * 0.5..2": false]
    for (sweep, hasTest) in sweeps.sorted(by: { $0.key < $1.key }) {
      #expect(try ComparisonText.one(["sweep": sweep, "metric": "monotone"]).hasTest == hasTest)
    }
  }

  @Test func clampsStandForTheirChanges() throws {
    let read = try ComparisonText.read(["clamp": "C glucose=6"], clamps: ["C": "glucose=5 ffa*0.5"])
    #expect(read[0].clamp == Change.parse("glucose=5 ffa*0.5 glucose=6"))
  }

  @Test func aReadoutOfAllTissuesIsThreeComparisons() throws {
    let read = try ComparisonText.read(["readout": "akt_x"])
    #expect(Set(read.map(\.readout)) == ["akt_a", "akt_m", "akt_l"])
    #expect(read.count == 3)
  }

  @Test(arguments: [
    (["context": "clamped"], "neither held nor free"), (["metric": "ratio"], "not known"),
    (["clamp": "CLAMP"], "clamp \"CLAMP\""), (["both": "leucine"], "both \"leucine\""),
    (["habit": "raptor_m=low"], "habit"), (["test": "*2"], "test \"*2\""),
    (["sweep": "raptor_m", "metric": "monotone"], "not understood"), (["metric": "interior optimum"], "needs a sweep"),
    (["metric": "monotone"], "needs a sweep"), (["metric": "half effect"], "needs a sweep"),
    (["sweep": "raptor_m * 0.1..2"], "no use for a sweep"),
  ])
  func aRowThatCannotBeReadIsRefusedWithItsNumber(row: [String: String], words: String) {
    // Line 3 of the file: below the header and a row that can be read.
    let file = ComparisonText.table([[:], row])
    let fault = #expect(throws: Comparison.Fault.self) { _ = try Comparison.read(file, 1, clamps: [:]) }
    #expect(fault?.description.hasPrefix("Row 3: ") == true)
    #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "")")
  }

  /// 15 factors; the middle one is the geometric mean of the ends: sqrt(0.05 x 8) = 0.632455532...
  @Test func aSweepIsEvenInItsLogarithm() throws {
    let sweep = try #require(
      try ComparisonText.one(["sweep": "raptor_m insulin * 0.05..8", "metric": "interior optimum"]).sweep)
    #expect(sweep.identifiers.count == 4)
    #expect(sweep.identifiers[0] == "raptor_m")
    #expect(!sweep.isAcute)
    #expect(sweep.factors.count == 15)
    #expect(sweep.factors[0] == 0.05)
    #expect(abs(sweep.factors[7] - 0.6324555320336759) < 1e-15)
    #expect(abs(sweep.factors[14] - 8) < 1e-14)
    // 160^(1/14) by Python 3.
    for (next, last) in zip(sweep.factors.dropFirst(), sweep.factors) {
      #expect(abs(next / last - 1.4369350609613516) < 1e-14)
    }
  }

  @Test(arguments: [
    "raptor_m * 0..8", "raptor_m * -1..8", "raptor_m * 8..0.05", "raptor_m * 1..1", "raptor_m * 1", "raptor_m * a..b",
    "raptor_m * x..0.1..2", "raptor_m * 0.1..1..2", "raptor_m * 0.1..2 doses", "* 0.1..2", "raptor_m * 0.1..inf",
    "raptor_m * 0.1..",
  ])
  func sweepsThatCannotBeMeantAreRefused(sweep: String) {
    let fault = #expect(throws: Comparison.Fault.self) {
      _ = try ComparisonText.read(["sweep": sweep, "metric": "monotone"])
    }
    #expect(fault?.description.contains("not understood") == true)
  }

  @Test func spacesInASweepMeanNothing() throws {
    let spaced = try ComparisonText.one(["sweep": "insulin = 5..500", "metric": "half effect"])
    let dense = try ComparisonText.one(["sweep": "insulin=5..500", "metric": "half effect"])
    #expect(spaced.sweep?.factors == dense.sweep?.factors)
    #expect(spaced.sweep?.isAcute == true)
  }
}

import Domain
import Testing

@testable import Indices

/// What must hold of every index, whichever it is.
@Suite struct CatalogueTests {
  /// A person with everything known.
  private func whole(_ random: inout RandomStream) -> PanelBlock {
    var block = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: 0, randomKey: 0)])
    for analyte in Analyte.allCases {
      let range = analyte.info.plausible
      let low = max(range.lowerBound, range.upperBound * 1e-4)
      // Around the reference range where there is one, else anywhere.
      let middle = [analyte.info.referenceLow, analyte.info.referenceHigh].compactMap { $0 }.max() ?? low * 3
      let value = min(max(middle * (0.4 + 1.4 * random.uniform()), range.lowerBound), range.upperBound)
      block[analyte, 0].value = value
      block[analyte, 0].reported = value
      block[analyte, 0].status = .measured
    }
    for covariate in Covariate.allCases {
      let codes = covariate.codes.count - 1
      block[covariate, 0] = UInt8(1 + Int(random.uniform() * Double(codes)))
    }
    block[Covariate.fasting, 0] = 2
    block[Covariate.dialysis, 0] = 1
    block[Covariate.pregnant, 0] = 1
    block.age[0] = 14 + 70 * random.uniform()
    return block
  }

  @Test func definitionsAreWhole() {
    var seen: Set<String> = []
    for definition in IndexRegistry.definitions {
      #expect(seen.insert(definition.id).inserted, "\(definition.id) twice")
      #expect(definition.id.utf8.count <= 32 && definition.id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
      for text in [
        definition.name, definition.formula, definition.unit, definition.validity, definition.cutoff, definition.source,
      ] {
        #expect(!text.isEmpty, "\(definition.id)")
      }
      #expect(!definition.inputs.names.isEmpty, "\(definition.id)")
    }
    #expect(IndexRegistry.all.count >= 70)
  }

  /// No NaN and no infinity with a status of a value, whatever goes in; a value only with such a status.
  @Test func aValueIsFiniteOrThereIsAReason() {
    for number in 0..<300 {
      var random = RandomStream(key: UInt64(number), purpose: 1, draw: 0)
      var block = whole(&random)
      for analyte in Analyte.allCases where random.uniform() < 0.25 {
        switch Int(random.uniform() * 4) {
        case 0: block[analyte, 0].status = .missing
        case 1: block[analyte, 0].value = 0
        case 2: block[analyte, 0].value = -1
        default: block[analyte, 0].value = 1e300
        }
        block[analyte, 0].reported = block[analyte, 0].value
      }
      for index in IndexRegistry.all {
        let value = index.compute(block[0])
        let has = value.status == .computed || value.status == .outOfRange
        #expect(has == value.value.isFinite, "\(index.definition.id) \(value)")
        if !has { #expect(value.reason != .none, "\(index.definition.id)") }
      }
    }
  }

  /// What an index says is missing was missing and is one of its inputs.
  @Test func missingInGivesMissingOut() {
    for analyte in Analyte.allCases {
      var random = RandomStream(key: 7, purpose: 2, draw: UInt32(analyte.rawValue))
      var block = whole(&random)
      block[analyte, 0].status = .missing
      for index in IndexRegistry.all {
        let value = index.compute(block[0])
        guard value.reason == .missingInput else { continue }
        #expect(!value.missing.isEmpty, "\(index.definition.id)")
        let inputs = Set(index.definition.inputs.names)
        for name in value.missing.names {
          #expect(name == analyte.name, "\(index.definition.id) wants \(name)")
          #expect(inputs.contains(name), "\(index.definition.id) does not list \(name)")
        }
      }
    }
  }

  /// The same quantity in another unit gives the same index, to the digits that conversion leaves.
  @Test func unitsChangeNothing() {
    for number in 0..<20 {
      var random = RandomStream(key: UInt64(number), purpose: 3, draw: 0)
      let block = whole(&random)
      for analyte in Analyte.allCases {
        for (place, unit) in analyte.info.units.enumerated() where place > 0 {
          var other = block
          other[analyte, 0].unit = UInt8(place)
          other[analyte, 0].reported = unit.reported(fromCanonical: block[analyte, 0].value)
          for index in IndexRegistry.all where index.definition.levels.isEmpty {
            let (first, second) = (index.compute(block[0]), index.compute(other[0]))
            guard first.value.isFinite || second.value.isFinite else { continue }
            let scale = max(abs(first.value), 1e-9)
            #expect(
              abs(first.value - second.value) <= 1e-7 * scale, "\(index.definition.id) \(analyte.name) \(unit.unit)")
          }
        }
      }
    }
  }

  /// Rises or falls with a lab where the science says so.
  @Test(arguments: [
    ("homa_ir", "insulin", true), ("homa_ir", "glucose", true), ("quicki", "insulin", false),
    ("tyg", "triglyceride", true),
    ("mets_ir", "hdl", false), ("mcauley", "insulin", false), ("spise", "bmi", false), ("vai", "hdl", false),
    ("egfr_ckdepi_2021", "creatinine", false), ("egfr_ckdepi_2012_cys", "cystatin_c", false),
    ("egfr_ekfc", "creatinine", false),
    ("kfre4_5y_na", "uacr", true), ("kfre8_5y_na", "albumin", false), ("pni", "albumin", true),
    ("fib4", "platelets", false),
    ("fli", "ggt", true), ("mets_z_bmi", "triglyceride", true), ("lap", "waist", true),
    ("prevent_cvd_10y", "sbp", true),
  ]) func monotone(id: String, name: String, rises: Bool) throws {
    let index = try #require(IndexRegistry.all.first { $0.definition.id == id })
    let analyte = try #require(Analyte(name: name))
    var compared = 0
    for number in 0..<400 {
      var random = RandomStream(key: UInt64(number), purpose: 4, draw: 0)
      var block = whole(&random)
      block.age[0] = 40 + 20 * random.uniform()
      block[Covariate.diabetes, 0] = 1
      block[Covariate.drugInsulin, 0] = 1
      block[Covariate.transplant, 0] = 1
      block[Covariate.ethnicity, 0] = UInt8(
        Covariate.ethnicity.codes.firstIndex(of: "us_white") ?? 0)
      for (lab, value) in [
        (Analyte.egfr, id.hasPrefix("kfre") ? 35.0 : 80), (.cholesterol, 5), (.hdl, 1.3), (.sbp, 125), (.bmi, 28),
        (.waist, 95),
        (.uacr, 20),
      ] {
        block[lab, 0].value = value
        block[lab, 0].reported = value
      }
      var higher = block
      higher[analyte, 0].value *= 1.05
      higher[analyte, 0].reported *= 1.05
      let (first, second) = (index.compute(block[0]).value, index.compute(higher[0]).value)
      guard first.isFinite, second.isFinite else { continue }
      compared += 1
      #expect(rises ? second > first : second < first, "\(id) \(name): \(first) \(second)")
    }
    #expect(compared > 50, "\(id) \(name)")
  }
}

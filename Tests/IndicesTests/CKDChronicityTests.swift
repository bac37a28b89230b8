import Domain
import Testing

@testable import Indices

/// Single visits; those over time are in `VisitHistoryTests`.
@Suite struct CKDChronicityTests {
  private func chronic(_ visit: TestVisit) -> IndexValue { CKDChronicity.compute(visit.row) }
  private let filtering = TestVisit().with(.egfr, 95)

  /// Every ratio above 15 mg/mmol is A2 or A3, and every one below 2 is A1 (KDIGO 2012, doi 10.1038/kisup.2012.77).
  @Test func aLimitCountsWhereAllValuesAgree() {
    #expect(chronic(filtering.with(.uacr, 15, "mg/mmol", .aboveLimit)) == .computed(2))
    #expect(chronic(filtering.with(.uacr, 1, "mg/mmol", .belowLimit)) == .computed(1))
    #expect(chronic(filtering.with(.uacr, 2, "mg/mmol", .aboveLimit)) =~ .none(.notComputable, .censoredInput))
    #expect(chronic(TestVisit().with(.egfr, 60, nil, .aboveLimit).with(.uacr, 1, "mg/mmol")) == .computed(1))
    #expect(
      chronic(TestVisit().with(.egfr, 50, nil, .aboveLimit).with(.uacr, 1, "mg/mmol"))
        =~ .none(.notComputable, .censoredInput))
    let marked = TestVisit().with(.egfr, 75).with(.uacr, 15, "mg/mmol", .aboveLimit)
    #expect(KDIGOGFRCategory.compute(marked.row) == .computed(2))
  }

  @Test func saysWhyItCannotBeTold() {
    #expect(chronic(filtering) =~ .missing(InputSet(.uacr)))
    #expect(chronic(TestVisit().with(.egfr, 50, nil, .aboveLimit)) =~ .missing(InputSet(.uacr)))
    #expect(chronic(filtering.with(.uacr, -1, "mg/mmol")) =~ .none(.notComputable, .outsideDomain))
    let child = TestVisit(age: 10).with(.creatinine, 50).with(.sex, "female").with(.uacr, 1, "mg/mmol")
    #expect(chronic(child) =~ .none(.notApplicable, .minor))
  }

  /// A history of transplantation is among the markers of damage of KDIGO (2024, doi 10.1016/j.kint.2023.10.018), as later texts tell.
  @Test func aTransplantIsAMarker() {
    let value = chronic(filtering.with(.uacr, 1, "mg/mmol").with(.transplant, "yes"))
    #expect(value == .computed(3, caveat: .kidneyTransplant))
  }

  /// Under two years the rate is lower by nature, and KDIGO's limits do not hold.
  @Test func infantsHaveNoStages() {
    for (age, status) in [(1.9, IndexStatus.notApplicable), (2, .computed)] {
      let child = TestVisit(age: age).with(.egfr, 50)
      #expect(chronic(child).status == status)
      #expect(KDIGOGFRCategory.compute(child.row).status == status)
    }
  }
}

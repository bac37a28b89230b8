import Domain

/// Protein-energy wasting by the criteria of the ISRNM (Fouque 2008, doi 10.1038/sj.ki.5002585): three of four categories, of
/// which labs and weight tell two, the catabolic rate the third where it is known, and a measured arm the fourth.
///
/// A category is not met only where its tests are known: one normal test says nothing of the others. See `WastingCategories`.
public enum ProteinEnergyWasting: Index {
  public static let definition = IndexDefinition(
    id: "pew", name: "Protein-energy wasting (ISRNM)",
    formula:
      "Chemistry: albumin < 38 g/L, prealbumin < 300 mg/L (dialysis) or cholesterol < 100 mg/dL. Mass: BMI < 23, weight lost unintentionally by 5 %"
      + " in 3 months (92 days) or 10 % in 6 (183), or body fat < 10 %. Muscle: mid-arm muscle area more than 10 % below"
      + " the median. Intake, unintentionally: protein < 0.8 g/kg/d on dialysis, < 0.6 without, or energy < 25 kcal/kg/d, for two months."
      + " `present`: three of four; `possible`: two, with no two excluded; `absent`: two or more excluded; `one_category`: one, one"
      + " excluded and two unknown",
    unit: "1",
    inputs: [
      InputSet(.albumin), InputSet(.prealbumin), InputSet(.cholesterol), InputSet(.bmi), InputSet(.height),
      InputSet(.weight), InputSet(.bodyFat), InputSet(.armMuscleArea), InputSet(.proteinIntake),
      InputSet(.energyIntake),
      InputSet(.dialysis), NPCR.definition.inputs,
    ],
    validity:
      "Adults with CKD; the definition asks for three occasions. Albumin limits are for bromocresol green. A category is"
      + " excluded where all its tests are known, body fat not waited for; muscle never, since its loss is not among the labs. A mass that is not low is"
      + " excluded with a weight of the last 92 days. Without a reported intake nPCR (haemodialysis) or nPNA stands for protein:"
      + " low at this visit and at one 60 to 183 days before (that one as reported, if it was), never above the limit between;"
      + " above it less than 60 days ago it is excluded. Where dialysis is not stated a prealbumin that may be low leaves"
      + " chemistry open, 0.6 to 0.8 g/kg/d says nothing, and nPNA excludes from 0.8 and does not show.",
    cutoff: "Three of four categories.",
    caveat:
      "Albumin falls with inflammation and protein loss. BMI limits are lower in Asian people. A diet that was prescribed and a"
      + " weight that was meant to fall do not count, and the labs do not tell.",
    source:
      "Fouque D et al. Kidney Int 2008;73:391-398, doi 10.1038/sj.ki.5002585 (criteria read in doi 10.1186/s41100-016-0015-5)",
    levels: ["absent", "one_category", "possible", "present"])

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    guard Applicability.areFinite(tests, visit) else {
      return .none(.notComputable, .outsideDomain)
    }
    let (chemistry, mass) = (WastingCategories.chemistry(visit), WastingCategories.mass(visit))
    let categories = CriterionStates(
      chemistry, mass, WastingCategories.muscle(visit), WastingCategories.intake(visit), nil)
    return level(categories).map { .computed($0) } ?? absence(visit, chemistry, mass)
  }

  private static let tests: AnalyteSet = [
    .albumin, .cholesterol, .prealbumin, .bodyFat, .armMuscleArea, .proteinIntake, .energyIntake,
  ]

  /// What four categories make; nil where they leave it open.
  static func level(_ categories: CriterionStates) -> Double? {
    let (met, excluded) = (categories.count(of: .met), categories.count(of: .notMet))
    if met >= 3 { return 4 }
    // Three cannot be, whatever the unknown ones are.
    if excluded >= 2 { return 1 }
    if met == 2 { return 3 }
    return met == 1 && excluded == 1 ? 2 : nil
  }

  /// What is wanted of the two categories that every visit can have.
  private static func absence(_ visit: IndexVisit, _ chemistry: CriterionState, _ mass: CriterionState) -> IndexValue {
    var missing: InputSet = []
    if chemistry == .unknown {
      let tests: AnalyteSet = visit.isOnDialysis ? [.albumin, .cholesterol, .prealbumin] : [.albumin, .cholesterol]
      missing.formUnion(Applicability.missing(tests, visit))
      if WastingCategories.isDialysisWanting(visit) { missing.insert(InputSet(.dialysis)) }
    }
    if mass == .unknown {
      missing.formUnion(BodyMassIndex.missing(visit))
      if visit.bodyMassIndex != nil { missing.formUnion(Applicability.missing([.weight], visit)) }
      // A weight of the months before is wanting, which no single visit has, or a BMI that is more than a limit.
      if missing.isEmpty {
        return .none(.notComputable, visit.bodyMassBounds.isPoint ? .tooFewVisits : .censoredInput)
      }
    }
    return missing.isEmpty ? .none(.notComputable, .censoredInput) : .missing(missing)
  }
}

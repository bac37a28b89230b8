import Domain

/// The malnutrition-inflammation score of people on dialysis (Kalantar-Zadeh 2001): seven items that a clinician gives, BMI,
/// albumin and the iron binding capacity, each 0 to 3.
public enum MIS: Index {
  public static let definition = IndexDefinition(
    id: "mis", name: "MIS (malnutrition-inflammation score)",
    formula:
      "items 1 to 7 as given + BMI (>= 20: 0, 18: 1, 16: 2, below: 3) + albumin [g/dL] (>= 4.0: 0, 3.5: 1, 3.0: 2,"
      + " below: 3) + iron binding capacity [ug/dL] (>= 250: 0, 200: 1, 150: 2, below: 3)",
    unit: "1",
    inputs: Analyte.malnutritionItems.reduce(
      into: [
        InputSet(.bmi), InputSet(.height), InputSet(.weight), InputSet(.albumin), InputSet(.ironBindingCapacity),
        InputSet(.dialysis),
      ] as InputSet
    ) { $0.insert(InputSet($1)) },
    validity: "Adults on dialysis; items 1 to 7 are 0, 1, 2 or 3 as the form has them.",
    cutoff: "0 is best, 30 worst; no limit was published with it.",
    caveat:
      "Albumin and iron binding capacity fall with inflammation and loss of protein, not with want of food alone.",
    source:
      "Kalantar-Zadeh K et al. Am J Kidney Dis 2001;38:1251-1263, doi 10.1053/ajkd.2001.29222 (DOI from memory; items"
      + " read in doi 10.1186/s41100-016-0015-5, table 3; limits of BMI, albumin and iron binding capacity as two"
      + " programs have them that code the form; the paper itself was not read)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.dialysis == .none { return .none(.notApplicable, .notOnDialysis) }
    let laboratory: AnalyteSet = [.albumin, .ironBindingCapacity]
    let given = AnalyteSet(from: .misWeight, through: .misMuscle)
    var missing = Applicability.missing(laboratory.union(given), visit).union(BodyMassIndex.missing(visit))
    if visit.dialysis == .unknown { missing.insert(InputSet(.dialysis)) }
    guard missing.isEmpty, let index = visit.bodyMassIndex, let albumin = PublishedUnit.albumin.value(visit),
      let iron = PublishedUnit.ironBindingCapacity.value(visit)
    else { return Applicability.absent(missing) }
    guard Applicability.areFinite(laboratory.union(given), visit), albumin > 0, iron > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    var sum = PointScale.below(index, 20, 18, 16)
    sum += PointScale.below(albumin, 4.0, 3.5, 3.0) + PointScale.below(iron, 250, 200, 150)
    guard let items = visit.sum(of: given, where: { $0 == 0 || $0 == 1 || $0 == 2 || $0 == 3 }) else {
      return .none(.notComputable, .outsideDomain)
    }
    sum += items
    return Applicability.result(sum, caveat: Applicability.censoring(laboratory.union(given).union([.bmi]), visit))
  }
}

import Domain

/// Body mass index as everything else uses it: as reported, else weight / height^2.
public enum BMI: Index {
  public static let definition = IndexDefinition(
    id: "bmi", name: "Body mass index (as reported, else from weight and height)",
    formula: "the reported BMI; where there is none, weight / height^2; weight in kg, height in m", unit: "kg/m2",
    inputs: [InputSet(.bmi), InputSet(.height), InputSet(.weight)],
    validity: "On dialysis, by the weight after it (dry weight).",
    cutoff: "Adults: 18.5 to 24.9 normal, from 25 overweight, from 30 obese (WHO Technical Report 894, 2000).",
    caveat: "Water retained in CKD and dialysis counts as weight; a normal BMI can hide lost muscle.",
    source: "Keys A et al. J Chronic Dis 1972;25:329-343, doi 10.1016/0021-9681(72)90027-6")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    guard let value = visit.bodyMassIndex else {
      let missing = BodyMassIndex.missing(visit)
      return missing.isEmpty ? .none(.notComputable, .outsideDomain) : .missing(missing)
    }
    return .computed(value, caveat: Applicability.censoring([.bmi, .height, .weight], visit))
  }
}

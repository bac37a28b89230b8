import Domain

/// The geriatric nutritional risk index as first published, with the ideal weight of Lorentz (Bouillanne 2005,
/// doi 10.1093/ajcn/82.4.777). Albumin in g/L, weight in kg, height in cm; the weight ratio counts at most as 1.
public enum GNRILorentz: Index {
  public static let definition = IndexDefinition(
    id: "gnri_lorentz", name: "GNRI (ideal weight of Lorentz)",
    formula: "1.489 x albumin [g/L] + 41.7 x min(1, weight / ideal weight); ideal weight [kg] = H - 100 - (H - 150) / 4"
      + " (men), H - 100 - (H - 150) / 2.5 (women), H in cm",
    unit: "1", inputs: [InputSet(.albumin), InputSet(.height), InputSet(.weight), InputSet(.sex)],
    validity: "Hospitalised people from 65 years; shown for every adult.",
    cutoff: "Below 82 major, 82 to below 92 moderate, 92 to 98 low, above 98 no risk (Bouillanne 2005).",
    caveat:
      "On haemodialysis the form with BMI 22 is the validated one. Fluid overload raises weight and dilutes albumin.",
    source: "Bouillanne O et al. Am J Clin Nutr 2005;82:777-783, doi 10.1093/ajcn/82.4.777")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.albumin, .height, .weight]
    var missing = Applicability.missing(inputs, visit)
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let albumin = visit.value(.albumin), let height = visit.value(.height),
      let weight = visit.value(.weight)
    else { return .missing(missing) }
    let ideal = height - 100 - (height - 150) / (visit.sex == .female ? 2.5 : 4)
    guard ideal > 0 else { return .none(.notComputable, .outsideDomain) }
    return GNRI.value(albumin: albumin, weightRatio: weight / ideal, visit, inputs: inputs)
  }
}

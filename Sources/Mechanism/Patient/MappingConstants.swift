import CResources
public import Domain

/// The constants by which labs become inputs of the model, and the rules of the verdict: `Model/mapping.csv`,
/// each with its unit, its meaning and its source or the word provisional.
public struct MappingConstants: Sendable {
  /// By `Name`. Every draw reads dozens of them, so that no dictionary stands between.
  private var values: [Double]

  /// Reads a table with the columns name and value.
  public init(_ file: DataFile) {
    let numbers = Dictionary(
      file.rows.indices.map { (file.value($0, "name"), Double(file.value($0, "value")) ?? .nan) },
      uniquingKeysWith: { first, _ in first })
    values = Name.allCases.map { numbers[$0.name] ?? .nan }
  }

  /// The constants that ship with this version.
  public static let shipped = MappingConstants(DataFile(rheostat_mapping_csv()))

  /// One constant; not a number where the table lacks it, which a test excludes for every name that is used.
  public subscript(_ name: Name) -> Double { values[name.rawValue] }

  /// The same with one constant replaced, for trying what hangs on it.
  package func replacing(_ name: Name, by value: Double) -> MappingConstants {
    var other = self
    other.values[name.rawValue] = value
    return other
  }

  /// Every name that is used.
  public enum Name: Int, CaseIterable, Sendable {
    case fedShare, fedInsulinRatio, fedGlucoseRatio, fedAminoAcidRatio, fedFFARatio, aminoAcidsFasting,
      aminoAcidsDeficit, aminoAcidsExcess, energyDeficit, energyExcess, bmiDeficitFrom, bmiDeficitRange,
      albuminDeficitFrom, albuminDeficitRange, albuminCRPHalf, prealbuminDeficitFrom, prealbuminDeficitRange,
      bmiLoneWeight, bmiExcessFrom, bmiExcessRange, bicarbonateFrom, bicarbonateRange, vitaminDFrom, vitaminDRange,
      igf1Fall, loadGFRFrom, loadClearanceFull, haemodialysisKtV, haemodialysisClearanceBase,
      haemodialysisClearanceKtV, haemodialysisResidual, peritonealKtV, peritonealClearanceKtV, peritonealResidual,
      dialysisGFR, probeInsulinMuscle, probeInsulinLiver, probeInsulinAdipose, probeGlucose, probeFFARatio,
      noInsulin, responseFloor, gfrUnknownAtForty, gfrUnknownPerYear, gfrUnknownSD, ageUnknownMean, ageUnknownSD,
      diabetesPrevalence, diabetesPrevalenceCKD, diabetesHaemoglobinA1c, diabetesGlucose, guardCRP, guardSteroidDose,
      guardTacrolimus,
      guardTNFAlphaLow, guardTNFAlphaHigh, guardIL6Low, guardIL6High, guardAdiponectinLow, guardAdiponectinHigh,
      verdictProbability, verdictVariantProbability, failedShareLimit, healthyBMILow, healthyBMIHigh, healthyAgeLow,
      healthyAgeHigh, healthyGFRLow, healthyGFRHigh, healthyGlucoseLimit, healthyCRPLimit, healthyVitaminDLimit,
      healthyBicarbonateLimit

    /// As it stands in the table: `fed_share`.
    public var name: String { String(describing: self).inSnakeCase }
  }
}

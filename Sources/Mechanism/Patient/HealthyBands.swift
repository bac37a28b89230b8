import CResources
public import Domain

/// Where the index of insulin resistance and mTORC1 lie in healthy, lean people: the 10th and 90th centile, by sex,
/// structural variant and tissue, over virtual people of the population model, laboratory error included.
///
/// The shipped bands (`Model/healthy_bands.csv`) are computed by `HealthyBandComputation`; a test computes them anew.
public struct HealthyBands: Sendable, Equatable {
  /// A closed range.
  public struct Band: Sendable, Equatable {
    /// 10th centile.
    public var low: Double
    /// 90th centile.
    public var high: Double
  }

  /// The bands of one sex and variant, by `Tissue`.
  public struct Bands: Sendable, Equatable {
    /// Index of insulin resistance.
    public var index: [Band]
    /// log2 of habitual mTORC1 over the reference's.
    public var mtorc1: [Band]
  }

  /// By `place(sex:variantB:)`.
  var bands: [Bands]

  /// Where a sex and variant stand in every array that has one entry for each.
  static func place(sex: Sex, variantB: Bool) -> Int { (sex == .female ? 0 : 2) + (variantB ? 1 : 0) }
  /// All four in order.
  static let groups: [(sex: Sex, variantB: Bool)] = [(.female, false), (.female, true), (.male, false), (.male, true)]

  /// The bands of a sex and variant.
  public subscript(sex sex: Sex, variantB variantB: Bool) -> Bands {
    bands[Self.place(sex: sex, variantB: variantB)]
  }

  init(bands: [Bands]) { self.bands = bands }

  /// Reads a table with the columns sex, variant, tissue, quantity, p10 and p90; not a number where a row is missing.
  public init(_ file: DataFile) {
    bands = Self.groups.map { group in
      func band(_ tissue: Tissue, _ quantity: String) -> Band {
        for row in file.rows.indices
        where file.value(row, "sex") == (group.sex == .female ? "female" : "male")
          && file.value(row, "variant") == (group.variantB ? "B" : "A") && file.value(row, "tissue") == tissue.name
          && file.value(row, "quantity") == quantity
        {
          return Band(
            low: Double(file.value(row, "p10")) ?? .nan, high: Double(file.value(row, "p90")) ?? .nan)
        }
        return Band(low: .nan, high: .nan)
      }
      return Bands(
        index: Tissue.allCases.map { band($0, "ir_index") }, mtorc1: Tissue.allCases.map { band($0, "mtorc1_log2") })
    }
  }

  /// The bands that ship with this version.
  public static let shipped = HealthyBands(DataFile(rheostat_healthy_bands_csv()))

  /// The table as it ships.
  public var table: String {
    var text = "sex,variant,tissue,quantity,p10,p90\n"
    for group in Self.groups {
      let own = self[sex: group.sex, variantB: group.variantB]
      for tissue in Tissue.allCases {
        for (name, band) in [("ir_index", own.index[tissue.rawValue]), ("mtorc1_log2", own.mtorc1[tissue.rawValue])] {
          let head = "\(group.sex == .female ? "female" : "male"),\(group.variantB ? "B" : "A"),\(tissue.name),\(name)"
          text += "\(head),\(band.low),\(band.high)\n"
        }
      }
    }
    return text
  }
}

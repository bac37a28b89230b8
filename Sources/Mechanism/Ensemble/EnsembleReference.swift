import CResources
import Domain

/// What people are compared with under each parameter set: the state of the reference person and the healthy bands, by
/// sex and structural variant.
///
/// The shipped table (`Model/ensemble_reference.csv`) is computed by `HealthyBandComputation` and written by the program
/// in `Calibration`; a test computes it anew. Numbers have all their digits, so that scoring with the table as read and
/// as computed gives the same bytes.
public struct EnsembleReference: Sendable, Equatable {
  /// By parameter set, then `ComparisonGroup`.
  public internal(set) var states: [ReferenceState]
  /// In the same order.
  public internal(set) var bands: [HealthyBands]

  /// How many parameter sets it is for.
  public var count: Int { states.count / ComparisonGroup.all.count }

  /// The columns before the numbers themselves: place of the set, 1 for male, 1 for variant B.
  private static let keys = ["set", "male", "variant_b"]
  private static let tissues = Tissue.allCases.map(\.suffix)
  private static let header =
    keys + MechanismModel.mtorc1Identifiers + MechanismModel.mtorc1Identifiers.map { "probe_\($0)" }
    + MechanismModel.linkIdentifiers + tissues.map { "response_\($0)" }
    + ["ir_index", "mtorc1_log2"].flatMap { quantity in
      tissues.flatMap { ["\(quantity)_\($0)_p10", "\(quantity)_\($0)_p90"] }
    }

  /// What stands before the numbers of one row.
  private static func key(_ place: Int) -> [Int] {
    let group = ComparisonGroup.all[place % ComparisonGroup.all.count]
    return [place / ComparisonGroup.all.count, group.sex == .male ? 1 : 0, group.variantB ? 1 : 0]
  }

  init(states: [ReferenceState], bands: [HealthyBands]) {
    self.states = states
    self.bands = bands
  }

  /// Reads a table as ``table`` writes it; nil where rows, columns or numbers are not what they must be.
  public init?(csv bytes: UnsafeRawBufferPointer) {
    let table = NumberTable(bytes: bytes)
    guard table.header == Self.header, table.rows.count % ComparisonGroup.all.count == 0 else { return nil }
    (states, bands) = ([], [])
    for (place, row) in table.rows.enumerated() {
      let key = Self.key(place).map { Double($0) }
      guard row.count == Self.header.count, row.starts(with: key), row.allSatisfy(\.isFinite) else { return nil }
      var rest = row.dropFirst(Self.keys.count)
      func take(_ count: Int) -> [Double] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      func takeBands() -> [HealthyBands.Band] {
        Self.tissues.map { _ in take(2) }.map { HealthyBands.Band(low: $0[0], high: $0[1]) }
      }
      let count = Self.tissues.count
      states.append(
        ReferenceState(
          mtorc1: take(count), probeMTORC1: take(count), links: take(count * Arm.allCases.count),
          response: take(count)))
      bands.append(HealthyBands(index: takeBands(), mtorc1: takeBands()))
    }
  }

  /// The table that ships with this version, for the ensemble that ships with it; nil would be a fault of the build.
  public static let shipped: EnsembleReference? = {
    let resource = rheostat_ensemble_reference_csv()
    return EnsembleReference(csv: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }()

  /// The table as it ships: comma-separated, one row a parameter set, sex and variant.
  public var table: String {
    var text = Self.header.joined(separator: ",") + "\n"
    for (place, (state, bands)) in zip(states, bands).enumerated() {
      let limits = (bands.index + bands.mtorc1).flatMap { [$0.low, $0.high] }
      let numbers = state.mtorc1 + state.probeMTORC1 + state.links + state.response + limits
      text += (Self.key(place).map(String.init) + numbers.map { "\($0)" }).joined(separator: ",") + "\n"
    }
    return text
  }
}

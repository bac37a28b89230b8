/// By how much a laboratory's kits read higher than those the model was set to: its values are divided by that before the
/// mechanism reads them, and before the guard that asks whether they are on the scale at all.
///
/// Immunoassays of cytokines and adipokines are not standardised: kits of adiponectin differ up to tenfold, of IL-6 thirtyfold.
/// Stored values, indices and tables stay as reported.
public struct KitScales: Sendable, Equatable {
  /// Why a scale cannot be taken.
  public enum Failure: Error, Sendable, Equatable {
    /// Not `ANALYTE=FACTOR`.
    case form(String)
    /// Not one of `analytes`.
    case analyte(String)
    /// The factor is not a number within `range`.
    case factor(String)
    /// Given twice.
    case repeated(String)
  }

  /// What kits differ in and the mechanism reads.
  public static let analytes: [Analyte] = [.leptin, .adiponectin, .tnfAlpha, .il6]
  /// Factors beyond this are a mistake in the unit.
  public static let range = 0.01...100.0
  /// Every kit as the model's.
  public static let none = KitScales()

  private var factors: [(analyte: Analyte, factor: Double)] = []

  private init() {}

  /// Reads `adiponectin=2.5`, one an analyte.
  public init(_ words: [String]) throws(Failure) {
    for word in words {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .form(word) }
      guard let analyte = Self.analytes.first(where: { $0.name == parts[0] }) else { throw .analyte(String(parts[0])) }
      guard let factor = DecimalNumber.read(parts[1]), Self.range.contains(factor) else { throw .factor(word) }
      guard !factors.contains(where: { $0.analyte == analyte }) else { throw .repeated(analyte.name) }
      factors.append((analyte, factor))
    }
    factors.sort { $0.analyte.ordinal < $1.analyte.ordinal }
  }

  public static func == (left: KitScales, right: KitScales) -> Bool { left.words == right.words }

  /// As they are given, by the order of analytes: the same text for the same scales.
  public var words: [String] { factors.map { "\($0.analyte.name)=\($0.factor)" } }

  /// A block as the mechanism reads it.
  public func applied(to panel: PanelBlock) -> PanelBlock {
    guard !factors.isEmpty else { return panel }
    var scaled = panel
    for (analyte, factor) in factors {
      for row in 0..<panel.count { scaled[analyte, row].value /= factor }
    }
    return scaled
  }

  /// One visit likewise.
  public func applied(to row: PanelRow) -> PanelRow {
    factors.isEmpty ? row : PanelRow(block: applied(to: row.block.selecting([row.row])), row: 0)
  }

  /// Sentences of caution for a visit with such values.
  public func caveats(for row: PanelRow) -> [String] {
    factors.filter { row.value($0.analyte) != nil }.map { analyte, factor in
      "The kit of \(analyte.info.label) is stated to read \(factor) times as high as the model's: its value is divided by that."
    }
  }
}

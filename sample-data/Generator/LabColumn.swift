import Domain
import Foundation

/// A laboratory or vital quantity as a file reports it: unit, decimals, limits of its assay, and how often it is missing.
struct LabColumn: Sendable {
  let analyte: Analyte
  let name: String
  let unit: String
  private let conversion: UnitConversion
  private let decimals: Int
  /// Below it, in the reported unit, the file says `<limit`.
  private let lower: Double?
  /// Above it `>limit`.
  private let upper: Double?
  /// How often it is missing by chance alone.
  let missing: Double
  /// Measured for research only, so not at the routine site.
  let research: Bool

  init(
    _ analyte: Analyte, _ unit: String, _ decimals: Int, lower: Double? = nil, upper: Double? = nil,
    missing: Double = 0.03, research: Bool = false
  ) {
    self.analyte = analyte
    name = analyte.name
    self.unit = unit
    conversion = dictionaryConversion(analyte, unit)
    self.decimals = decimals
    self.lower = lower
    self.upper = upper
    self.missing = missing
    self.research = research
  }

  /// As in a wide file's header.
  var header: String { "\(name) (\(unit))" }

  /// A canonical value as the file writes it.
  func text(_ canonical: Double) -> String {
    let value = conversion.reported(fromCanonical: canonical)
    if let lower, value < lower { return "<" + decimal(lower, lower < 1 ? 1 : 0) }
    if let upper, value > upper { return ">" + decimal(upper, 0) }
    return decimal(value, decimals)
  }

  /// SI and conventional units side by side, as files from several laboratories have them.
  static let wide: [LabColumn] = [
    LabColumn(.glucose, "mmol/L", 1),
    LabColumn(.insulin, "uU/mL", 1, lower: 1, missing: 0.08),
    LabColumn(.creatinine, "umol/L", 0),
    LabColumn(.egfr, "mL/min/1.73 m2", 0, upper: 90),
    LabColumn(.leptin, "ng/mL", 1, lower: 0.5, missing: 0.15, research: true),
    LabColumn(.adiponectin, "ug/mL", 1, missing: 0.15, research: true),
    LabColumn(.tnfAlpha, "pg/mL", 2, lower: 0.5, missing: 0.15, research: true),
    LabColumn(.il6, "pg/mL", 2, lower: 0.5, missing: 0.15, research: true),
    LabColumn(.ffa, "mmol/L", 2, missing: 0.25, research: true),
    LabColumn(.triglyceride, "mg/dL", 0),
    LabColumn(.hdl, "mg/dL", 0),
    LabColumn(.ldl, "mmol/L", 2),
    LabColumn(.cholesterol, "mmol/L", 2),
    LabColumn(.albumin, "g/dL", 1),
    LabColumn(.crp, "mg/L", 1, lower: 0.3),
    LabColumn(.bicarbonate, "mmol/L", 0, missing: 0.1),
    LabColumn(.hba1c, "%", 1, missing: 0.1),
    LabColumn(.uacr, "mg/g", 0, lower: 3, missing: 0.1),
    LabColumn(.haemoglobin, "g/dL", 1),
    LabColumn(.height, "cm", 1),
    LabColumn(.weight, "kg", 1),
    LabColumn(.waist, "cm", 1, missing: 0.1),
    LabColumn(.sbp, "mmHg", 0),
    LabColumn(.dbp, "mmHg", 0),
  ]

  /// Ten a person for long files, which are for measuring time and memory.
  static let long: [LabColumn] = [
    LabColumn(.glucose, "mg/dL", 0), LabColumn(.insulin, "pmol/L", 0), LabColumn(.creatinine, "mg/dL", 2),
    LabColumn(.leptin, "ng/mL", 1, lower: 0.5), LabColumn(.adiponectin, "ug/mL", 1),
    LabColumn(.tnfAlpha, "pg/mL", 2, lower: 0.5), LabColumn(.il6, "pg/mL", 2, lower: 0.5),
    LabColumn(.ffa, "umol/L", 0), LabColumn(.triglyceride, "mmol/L", 2), LabColumn(.hdl, "mmol/L", 2),
  ]
}

/// A number with a fixed number of decimals (at most 6), without locale.
func decimal(_ value: Double, _ decimals: Int) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && scaled != 0 ? "-" : ""
  guard decimals > 0 else { return sign + String(scaled) }
  let fraction = String(scaled % scale)
  return sign + String(scaled / scale) + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

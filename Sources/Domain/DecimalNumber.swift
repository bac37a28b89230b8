/// Numbers as people type them.
public enum DecimalNumber {
  /// The number that decimal figures write; nil for anything else that `Double` takes (`0x10`, `nan`, `inf`, `1e999`).
  public static func read(_ text: some StringProtocol) -> Double? {
    guard text.allSatisfy({ "0123456789.+-eE".contains($0) }), let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }
}

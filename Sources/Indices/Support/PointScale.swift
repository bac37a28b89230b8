/// Steps of a score that counts points: how many of its limits a value is below.
enum PointScale {
  /// 0 to 3; the slack is that of a unit's conversion.
  static func below(_ value: Double, _ first: Double, _ second: Double, _ third: Double) -> Double {
    func isBelow(_ limit: Double) -> Double { value < limit * (1 - 1e-9) ? 1 : 0 }
    return isBelow(first) + isBelow(second) + isBelow(third)
  }
}

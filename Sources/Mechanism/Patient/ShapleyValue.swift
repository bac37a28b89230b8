/// Exact Shapley values of four players (Shapley 1953, doi 10.1515/9781400881970-018).
public enum ShapleyValue {
  /// The number of players.
  public static let players = 4
  /// The number of subsets; bit i of a subset's number says whether player i is in.
  public static let subsets = 1 << players

  /// The share of each player; they sum to `values[15] - values[0]`.
  /// - Parameter values: the worth of each subset.
  public static func shares(_ values: [Double]) -> [Double] {
    // |S|! (3 - |S|)! / 4! for a subset S of the other three.
    let weights = [6.0 / 24, 2.0 / 24, 2.0 / 24, 6.0 / 24]
    return (0..<players).map { player in
      var share = 0.0
      for subset in 0..<subsets where subset & 1 << player == 0 {
        share += weights[subset.nonzeroBitCount] * (values[subset | 1 << player] - values[subset])
      }
      return share
    }
  }
}

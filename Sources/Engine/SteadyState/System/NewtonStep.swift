extension ExpressionGraph {
  /// The Newton step of a block as expressions: Gaussian elimination done once, symbolically.
  ///
  /// A step can be poor where a pivot happens to be small. It is judged by the residual that follows; the fallback pivots
  /// on values.
  ///
  /// - Returns: the steps, or nothing when a diagonal is structurally zero or there is too much fill to be worth it.
  mutating func newtonStep(jacobian: [[Int: NodeID]], rates: [NodeID]) -> [NodeID]? {
    guard let factors = factors(of: jacobian) else { return nil }
    return solve(factors, right: rates.map { make(.negate, $0) })
  }
}

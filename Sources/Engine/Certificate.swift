/// What became of one case.
public enum SolveStatus: UInt8, Sendable {
  /// Residual and positivity are within tolerance over the full set of equations.
  case certified
  /// No state with a small enough residual was found.
  case notConverged
  /// The equations are solved, by a state with a species below zero.
  case negative
  /// An input, a state or a rate is infinite or not a number.
  case notFinite
  /// The Jacobian is singular: no isolated steady state.
  case singular
}

/// The evidence for, or the reason against, the solution of one case.
///
/// It is computed after solving, from the final state alone, on the rate equations of every state, whatever path led
/// there.
public struct Certificate: Sendable, Equatable {
  public var status: SolveStatus
  /// The largest scaled residual over all equations, dimensionless; not a number when a rate is.
  public var residual: Double
  /// The smallest value among all species, in their own units; +infinity in a model without species.
  public var minimum: Double
  /// Newton iterations and transient steps over all blocks.
  public var iterations: UInt16

  /// A certificate as given.
  public init(status: SolveStatus, residual: Double, minimum: Double, iterations: UInt16) {
    self.status = status
    self.residual = residual
    self.minimum = minimum
    self.iterations = iterations
  }
}

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
  /// The largest correction by a last Newton sweep, relative to the species corrected: an estimate of the relative error
  /// before it.
  public var correction: Double
  /// The smallest value among all species, in their own units; +infinity in a model without species.
  public var minimum: Double
  /// Newton iterations and transient steps over all blocks.
  public var iterations: UInt16
  /// The largest real part among the eigenvalues of the Jacobian of the unknowns, per unit of the model's time: below
  /// zero the state attracts its surroundings, above it repels them, at zero the linear part does not tell. -infinity
  /// in a model without unknowns. Nothing when it was not asked for, when the case has no solution, and when the
  /// eigenvalue iteration fails.
  public var largestRealPart: Double?

  /// A certificate as given.
  public init(
    status: SolveStatus, residual: Double, correction: Double = .nan, minimum: Double, iterations: UInt16,
    largestRealPart: Double? = nil
  ) {
    self.status = status
    self.residual = residual
    self.correction = correction
    self.minimum = minimum
    self.iterations = iterations
    self.largestRealPart = largestRealPart
  }

  /// Whether the rate equations are solved, be it by a state with a species below zero.
  public var isSolution: Bool { status == .certified || status == .negative }
}

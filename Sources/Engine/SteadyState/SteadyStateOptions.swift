/// How steady states are sought and what is accepted as one.
public struct SteadyStateOptions: Sendable, Equatable {
  /// The largest scaled residual of a certified solution: |rate| over the sum of its terms' sizes, worst equation.
  /// 1e-10 leaves four decades above double precision's 1e-14 for sums of tens of terms.
  public var residualTolerance = 1e-10

  /// The largest correction that a last Newton sweep over all unknowns may make to a species of a certified solution,
  /// relative to its value: an estimate of the error that remained. A small residual alone proves little where a fast
  /// exchange hides a slow balance. Of what is below 1e-18 of its start no digits are asked.
  public var correctionTolerance = 1e-6

  /// How much of a scale counts sums that cancel inside one rate law (forward and backward parts of one reaction).
  /// A reaction at equilibrium has no net rate to compare with, and its rounding errors are in proportion to its parts:
  /// 1e-3 asks of them 1e-13 at the default tolerance, some hundred times their rounding errors.
  public var cancellationShare = 1e-3

  /// Newton iterations of one block before the fallback; from a fair start five to fifteen are the rule.
  public var newtonIterationLimit = 40

  /// Whether each block is torn at first, so that Newton's method works on few unknowns and the others follow from them.
  /// Cases that are not certified then are solved anew on all unknowns. Without, starts of all unknowns count.
  public var tearsBlocks = true

  /// The relative step of a torn block's unknowns after which one more is the last. Convergence is quadratic there: a step
  /// of 1e-7 leaves an error near 1e-14, and the certificate judges what came of it.
  public var stepTolerance = 1e-7

  /// Iterations for a block of one species, where a bracket guarantees progress by halving: 1,074 halvings would cross
  /// the whole range of doubles, 120 cross 36 decades.
  public var scalarIterationLimit = 120

  /// Whether a block of one species is solved inside a bracket on which its rate falls through zero, as it does around a
  /// state that attracts. Without, Newton's method may also end at states that repel, as a search for all states wants.
  public var bracketsSingleSpecies = true

  /// Steps of the pseudo-transient continuation of one block (Kelley and Keyes, doi:10.1137/S0036142996304796).
  public var transientStepLimit = 400

  /// The share of its value that a Newton step may leave of a species: a step to zero or below would leave the region
  /// where rate laws are meant to hold. 0.1 lets a value fall a decade an iteration.
  public var smallestRetainedShare = 0.1

  /// A species this far below zero counts as zero with a rounding error: relative to its start, or to the conserved total
  /// that it is part of, and with a billionth of the largest of the case besides.
  public var negativityTolerance = 1e-12

  /// The default options.
  public init() {}
}

/// The likelihood that a sampler is given; the prior is the sampler's own: standard normal in each coordinate.
protocol LogLikelihood: Sendable {
  /// What a thread needs for itself, such as a solver's arrays.
  associatedtype Workspace

  /// Called once a thread.
  func makeWorkspace() -> Workspace

  /// The log likelihoods of a batch of points, up to any constant that is the same for all points. Called by several
  /// threads at once; a point's value must depend on the batch alone, not on what the workspace has seen before.
  /// - Parameters:
  ///   - points: points of the standardised space.
  ///   - workspace: the calling thread's.
  /// - Returns: one value a point; what is not finite says that the likelihood is zero there.
  func logLikelihoods(of points: Points, in workspace: inout Workspace) -> [Double]
}

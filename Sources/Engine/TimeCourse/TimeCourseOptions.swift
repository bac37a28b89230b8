/// How time courses are followed and how accurate they are.
public struct TimeCourseOptions: Sendable, Equatable {
  /// The error that one step may make in a state, relative to its value. Errors of many steps add up: over the courses
  /// measured in docs/engine.md the default keeps them below 1e-6.
  public var relativeTolerance = 1e-7

  /// The error that one step may make in a state besides, relative to the largest value the state has had (or, where
  /// this is more, to ``smallShare`` of the largest that any state of its kind has had). It has no unit on purpose: a
  /// model in mol and one in umol have the same course, and no state is too small to be followed.
  public var absoluteTolerance = 1e-12

  /// What counts as small among states of one kind (species, or other variables): below this share of the largest of its
  /// kind a state need not be relatively as accurate. It lets courses begin that start at zero everywhere.
  public var smallShare = 1e-3

  /// Accepted and rejected steps of one course before it is given up; some tens to hundreds are the rule.
  public var stepLimit = 100_000

  /// The longest step, in the model's time; infinite to leave it to the error.
  public var maximumStep = Double.infinity

  /// The default options.
  public init() {}
}

/// What became of one course.
public enum TimeCourseStatus: UInt8, Sendable {
  /// Followed to the last time within the tolerances.
  case completed
  /// The step limit was reached.
  case tooManySteps
  /// Steps became too small to move time: the course ends in a singularity, or jumps without end.
  case stepTooSmall
  /// An input, a start or a rate at the start is infinite or not a number.
  case notFinite
}

/// The evidence for one course.
public struct TimeCourseReport: Sendable, Equatable {
  public var status: TimeCourseStatus
  /// The time reached, in the model's time; results after it are not numbers.
  public var time: Double
  /// Steps that met the tolerances.
  public var acceptedSteps: UInt32
  /// Steps that were taken again, shorter.
  public var rejectedSteps: UInt32

  /// A report as given.
  public init(status: TimeCourseStatus, time: Double, acceptedSteps: UInt32, rejectedSteps: UInt32) {
    self.status = status
    self.time = time
    self.acceptedSteps = acceptedSteps
    self.rejectedSteps = rejectedSteps
  }
}

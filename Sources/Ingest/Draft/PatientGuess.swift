/// Which column of a draft is the patient's identifier.
enum PatientGuess: Equatable {
  /// A header says so by a word that `HeaderWords` knows.
  case known
  /// A header holds a word that files often use for it, and for running numbers too: the column, from 0.
  case guessed(Int)
  case none

  /// Words, as `HeaderName.folded` leaves them, that no file is read by without a mapping; the surer ones first.
  /// `seqn` is the respondent of NHANES.
  private static let words = [
    "patient number", "patient no", "participant", "subject no", "study id", "person id", "record id", "recordid",
    "seqn",
    "id",
  ]

  init(header: [String]) {
    if header.contains(where: { HeaderName.read($0, isLong: true)?.role == .patient }) {
      self = .known
      return
    }
    let folded = header.map { $0.utf8.count <= 200 ? HeaderName.folded($0) : "" }
    let place = Self.words.lazy.compactMap { folded.firstIndex(of: $0) }.first
    self = place.map { .guessed($0) } ?? .none
  }
}

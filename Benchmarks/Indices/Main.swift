import Domain
import Indices
import Store

/// The computing alone: all indices and syndromes of every visit of a database on one thread, reading not counted.
/// With a number behind the database every block is computed so often, as a profile wants it. Prints visits, people,
/// seconds of one time, and how many values there are.
@main
enum IndexBenchmark {
  static func main() throws {
    guard (2...3).contains(CommandLine.arguments.count) else {
      print("usage: index-benchmark DATABASE [times]")
      return
    }
    let times = max(1, CommandLine.arguments.count == 3 ? Int(CommandLine.arguments[2]) ?? 1 : 1)
    let store = try CohortStore(path: CommandLine.arguments[1], mustExist: true)
    var elapsed = Duration.zero
    var (visits, people, computed) = (0, 0, 0)
    var last: Int64 = 0
    while let block = try store.block(after: last, kept: []) {
      last = block.panel.visits.last?.patient ?? Int64.max
      visits += block.panel.count
      people += Set(block.panel.visits.map(\.patient)).count
      for time in 1...times {
        let (seconds, found) = measured(block.panel)
        elapsed += seconds
        if time == 1 { computed += found }
      }
    }
    print(visits, people, elapsed / .seconds(1) / Double(times), computed)
  }
  /// The time for a block, and how many values came out: counted in a pass of its own, before the one that is timed.
  /// Not on the main actor, whose closures would ask for it at every value.
  nonisolated private static func measured(_ panel: PanelBlock) -> (seconds: Duration, found: Int) {
    var scores = VisitScores(of: panel)
    var found = 0
    for row in 0..<panel.count {
      scores.compute(row: row)
      for value in scores.indices where value.status == .computed { found += 1 }
      for value in scores.syndromes where value.strict == .present { found += 1 }
    }
    let elapsed = ContinuousClock().measure {
      var scores = VisitScores(of: panel)
      for row in 0..<panel.count { scores.compute(row: row) }
    }
    return (elapsed, found)
  }
}

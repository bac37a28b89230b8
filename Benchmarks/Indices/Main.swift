import Domain
import Indices
import Store

/// The computing alone: all indices and syndromes of every visit of a database on one thread, reading not counted.
/// Prints visits, people and seconds.
@main
enum IndexBenchmark {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: index-benchmark DATABASE")
      return
    }
    let store = try CohortStore(path: CommandLine.arguments[1], mustExist: true)
    let clock = ContinuousClock()
    var elapsed = Duration.zero
    var (visits, people, computed) = (0, 0, 0)
    var last: Int64 = 0
    while let block = try store.block(after: last, kept: []) {
      last = block.panel.visits.last?.patient ?? Int64.max
      visits += block.panel.count
      people += Set(block.panel.visits.map(\.patient)).count
      elapsed += clock.measure {
        let indices = IndexRegistry.compute(block.panel)
        let syndromes = SyndromeRegistry.evaluate(block.panel)
        // Counted, so that nothing can be left out as unused.
        computed += indices.reduce(0) { $0 + $1.count { $0.status == .computed } }
        computed += syndromes.reduce(0) { $0 + $1.count { $0.strict == .present } }
      }
    }
    print(visits, people, elapsed / .seconds(1), computed)
  }
}

import Domain

/// The calibrated parameters of `Calibration/Model/parameters.csv`, one for each tissue, with their priors.
enum PriorFile {
  /// Priors in the order of the table, tissues in the order adipose, muscle, liver: the order of the ensemble's columns.
  static func priors(_ file: DataFile) throws -> PriorTable {
    var entries: [PriorTable.Entry] = []
    for row in file.rows.indices {
      func cell(_ column: String) -> String { file.value(row, column) }
      guard ["lognormal", "logitnormal"].contains(cell("role")) else { continue }
      guard let median = Double(cell("median")), let sigma = Double(cell("sigma")) else {
        throw Fault("parameters.csv, row \(row + 2): a calibrated parameter needs a median and a sigma.")
      }
      let prior: Prior =
        cell("role") == "lognormal"
        ? .lognormal(median: median, sigma: sigma) : .logitnormal(median: median, sigma: sigma)
      let tissues = cell("tissues")
      let names =
        tissues.isEmpty ? [cell("id")] : ["a", "m", "l"].filter(tissues.contains).map { "\(cell("id"))_\($0)" }
      entries += names.map { PriorTable.Entry(name: $0, prior: prior) }
    }
    return try PriorTable(entries)
  }

  /// What is moved together: the parameters of each tissue, and those of plasma and the whole body; then everything, for
  /// the few facts that tie tissues together.
  static func blocks(_ priors: PriorTable) -> [MoveBlock] {
    let suffixes = ["_a", "_m", "_l"]
    func coordinates(_ isMember: (String) -> Bool) -> [Int] {
      priors.entries.indices.filter { isMember(priors.entries[$0].name) }
    }
    let tissues = zip(["adipose", "muscle", "liver"], suffixes).map { name, suffix in
      MoveBlock(name: name, coordinates: coordinates { $0.hasSuffix(suffix) })
    }
    let plasma = MoveBlock(
      name: "plasma", coordinates: coordinates { name in !suffixes.contains { name.hasSuffix($0) } })
    return tissues + [plasma, MoveBlock(name: "all", coordinates: Array(priors.entries.indices))]
  }
}

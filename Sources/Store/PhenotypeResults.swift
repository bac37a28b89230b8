import Domain

extension CohortStore {
  /// Stores phenotypes of some visits of a block with the hashes they were made from, in one transaction.
  public func storePhenotypes(
    _ panel: PanelBlock, results: [PhenotypeResult], rows: [Int], hashes: [StageHash]
  ) throws {
    try write { _, handle in
      let statement = try Statement(
        handle, "REPLACE INTO phenotype SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE \(Self.isThere)",
        path: path)
      for (row, result) in zip(rows, results) {
        statement.bind(1, Int(panel.visits[row].row))
        statement.bind(2, Int(result.verdict.rawValue))
        statement.bind(3, result.reasonCode)
        statement.bind(4, result.reason)
        statement.bind(5, result.draws)
        statement.bind(6, result.failedDraws)
        statement.bind(7, result.labsMissing.map(\.name).joined(separator: ";"))
        statement.bind(8, result.guards.joined(separator: ";"))
        statement.bind(9, result.caveats.joined(separator: "\n"))
        statement.bind(10, bytes: PhenotypeCoding.encode(result))
        try statement.run()
      }
      try storeHashes(handle, "mechanism", rows.lazy.map { (panel.visits[$0].row, hashes[$0]) })
    }
  }

  /// The stored phenotypes of a block; nil where the mechanism has not been run on a visit.
  public func phenotypes(of panel: PanelBlock) throws -> [PhenotypeResult?] {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT verdict, reason_code, reason, draws, failed_draws, labs_missing, guards, caveats, numbers "
          + "FROM phenotype WHERE visit_id = ?", path: path)
      return try panel.visits.map { visit in
        statement.bind(1, Int(visit.row))
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        func list(_ column: Int32, _ separator: Character) -> [String] {
          statement.string(column).split(separator: separator).map(String.init)
        }
        var result = PhenotypeCoding.decode(statement.bytes(8))
        result.verdict = Verdict(rawValue: try statement.byte(0)) ?? .indeterminate
        result.reasonCode = statement.string(1)
        result.reason = statement.string(2)
        result.draws = try statement.int(3, in: 0...1_000_000)
        result.failedDraws = try statement.int(4, in: 0...1_000_000)
        result.labsMissing = list(5, ";").compactMap { Analyte(name: $0) }
        result.guards = list(6, ";")
        result.caveats = list(7, "\n")
        return result
      }
    }
  }
}

/// The numbers of a phenotype as bytes: four probabilities; the same for variants A and B; the largest Monte-Carlo
/// error; then a tissue after another (muscle, liver, adipose) median, low, high and mean of the IR index, the same of
/// mTORC1, and the four arms; then by tissue the same of mTORC1 at the probe; then two gains for each of
/// `Analyte.mechanismInputs`, not numbers where it was measured; then for each of `Driver.allCases` the changes of the IR index and
/// of mTORC1 by tissue, not numbers where they were not asked for.
enum PhenotypeCoding {
  static func encode(_ result: PhenotypeResult) -> [UInt8] {
    var numbers = result.probabilities + result.probabilitiesByVariant.flatMap(\.self) + [result.monteCarloErrorMax]
    for tissue in Tissue.allCases {
      for summary in [result.insulinResistance[tissue.rawValue], result.mtorc1[tissue.rawValue]] {
        numbers += [summary.median, summary.low, summary.high, summary.mean]
      }
      numbers += result.arms[tissue.rawValue]
    }
    for summary in result.probeMTORC1 { numbers += [summary.median, summary.low, summary.high, summary.mean] }
    for analyte in Analyte.mechanismInputs {
      let gain = result.gains.first { $0.analyte == analyte }
      numbers += [gain?.settles ?? .nan, gain?.narrows ?? .nan]
    }
    for driver in Driver.allCases {
      let effect = result.drivers.first { $0.driver == driver }
      numbers += effect.map { $0.insulinResistance + $0.mtorc1 } ?? Array(repeating: .nan, count: 6)
    }
    return numbers.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
  }

  static func decode(_ bytes: [UInt8]) -> PhenotypeResult {
    let numbers: [Double] = bytes.withUnsafeBytes { buffer in
      (0..<(buffer.count / 8)).map { place in
        Double(
          bitPattern: UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)))
      }
    }
    var place = 0
    func take(_ count: Int) -> [Double] {
      defer { place += count }
      return (place..<place + count).map { $0 < numbers.count ? numbers[$0] : .nan }
    }
    func summary() -> DrawSummary {
      let part = take(4)
      return DrawSummary(median: part[0], low: part[1], high: part[2], mean: part[3])
    }
    let probabilities = take(4)
    let variants = [take(4), take(4)]
    let error = take(1)[0]
    var resistance: [DrawSummary] = []
    var mtorc1: [DrawSummary] = []
    var arms: [[Double]] = []
    for _ in Tissue.allCases {
      resistance.append(summary())
      mtorc1.append(summary())
      arms.append(take(4))
    }
    let probe = Tissue.allCases.map { _ in summary() }
    let gains = Analyte.mechanismInputs.map { analyte in
      let part = take(2)
      return InformationGain(analyte: analyte, settles: part[0], narrows: part[1])
    }.filter { $0.settles.isFinite }.sorted { ($0.settles, $0.narrows) > ($1.settles, $1.narrows) }
    let drivers = Driver.allCases.map { DriverEffect(driver: $0, insulinResistance: take(3), mtorc1: take(3)) }.filter {
      $0.size.isFinite
    }
    return PhenotypeResult(
      verdict: .indeterminate, reasonCode: "", reason: "", probabilities: probabilities,
      probabilitiesByVariant: variants, monteCarloErrorMax: error, draws: 0, failedDraws: 0,
      insulinResistance: resistance, mtorc1: mtorc1, probeMTORC1: probe, arms: arms, labsMissing: [], gains: gains,
      drivers: drivers, guards: [], caveats: [])
  }
}

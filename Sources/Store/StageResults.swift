import Domain

/// What a stage last worked on, visit by visit: the first 16 bytes of a hash.
public typealias StageHash = UInt128

/// Indices and syndromes of one visit, to be stored.
public struct IndexResult: Sendable {
  /// The store's number of the visit.
  public let visit: Int64
  /// As bytes.
  public let scores: EncodedScores
  /// What they were made from.
  public let hash: StageHash

  /// All parts at once.
  public init(visit: Int64, scores: EncodedScores, hash: StageHash) {
    (self.visit, self.scores, self.hash) = (visit, scores, hash)
  }
}

extension CohortStore {
  /// The hashes under which a stage last worked on these visits; nil where it has not.
  public func stageHashes(_ stage: String, of panel: PanelBlock) throws -> [StageHash?] {
    try read { _, handle in
      var hashes = [StageHash?](repeating: nil, count: panel.count)
      guard let first = panel.visits.first?.patient, let last = panel.visits.last?.patient else { return hashes }
      let statement = try Statement(
        handle,
        "SELECT v.id, s.hash FROM visit v CROSS JOIN stage_state s ON s.visit_id = v.id AND s.stage = ? "
          + "WHERE \(Self.within(first...last)) ORDER BY v.patient_id, v.ordinal", path: path)
      statement.bind(1, stage)
      var row = 0
      while try statement.step() {
        // Visits that came in, or moved, since the panel was read are not in it.
        let visit = statement.int64(0)
        guard let found = (row..<panel.count).first(where: { panel.visits[$0].row == visit }) else { continue }
        row = found
        hashes[row] = statement.uint128(1)
      }
      return hashes
    }
  }

  /// Whether the visit that is bound first is there: another process may have forgotten the patient since it was read.
  static let isThere = "EXISTS (SELECT 1 FROM visit WHERE id = ?1)"

  /// Stores indices and syndromes of some visits with the hashes they were made from, in one transaction.
  public func storeIndices(_ results: [IndexResult], catalogue: Catalogue) throws {
    let mark = IndexCoding.mark(catalogue)
    try write { _, handle in
      let statement = try Statement(
        handle, "REPLACE INTO index_result SELECT ?1, ?2, ?3 WHERE \(Self.isThere)", path: path)
      for result in results {
        statement.bind(1, result.visit)
        statement.bind(2, mark)
        statement.bind(3, bytes: result.scores.bytes)
        try statement.run()
      }
      try storeHashes(handle, "indices", results.lazy.map { ($0.visit, $0.hash) })
    }
  }

  func storeHashes(
    _ handle: OpaquePointer, _ stage: String, _ hashes: some Sequence<(visit: Int64, hash: StageHash)>
  ) throws {
    let state = try Statement(handle, "REPLACE INTO stage_state SELECT ?1, ?2, ?3 WHERE \(Self.isThere)", path: path)
    state.bind(2, stage)
    for (visit, hash) in hashes {
      state.bind(1, visit)
      state.bind(3, hash)
      try state.run()
    }
  }

  /// The stored indices and syndromes of a block, each by place in the catalogue, then visit; nil where a visit has not
  /// been scored, or was under another catalogue.
  public func indices(of panel: PanelBlock, catalogue: Catalogue) throws -> (
    indices: [[IndexValue]], syndromes: [[SyndromeValue]]
  )? {
    let mark = IndexCoding.mark(catalogue)
    return try read { _, handle in
      var indices = Array(repeating: [IndexValue](), count: catalogue.indices.count)
      var syndromes = Array(repeating: [SyndromeValue](), count: catalogue.syndromes.count)
      let statement = try Statement(
        handle, "SELECT catalogue, numbers FROM index_result WHERE visit_id = ?", path: path)
      for visit in panel.visits {
        statement.bind(1, Int(visit.row))
        defer { statement.reset() }
        guard try statement.step(), statement.int64(0) == mark else { return nil }
        var reader = IndexReader(statement.bytes(1), path: path)
        for place in indices.indices { indices[place].append(try reader.index()) }
        for (place, definition) in catalogue.syndromes.enumerated() {
          syndromes[place].append(try reader.syndrome(criteria: definition.criteria.count))
        }
        try reader.end()
      }
      return (indices, syndromes)
    }
  }
}

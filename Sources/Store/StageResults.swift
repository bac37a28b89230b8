import Domain

/// What a stage last worked on, visit by visit: 16 bytes of a hash.
public typealias StageHash = [UInt8]

extension CohortStore {
  /// The hashes under which a stage last worked on these visits; nil where it has not.
  public func stageHashes(_ stage: String, of panel: PanelBlock) throws -> [StageHash?] {
    try read { _, handle in
      let statement = try Statement(
        handle, "SELECT hash FROM stage_state WHERE visit_id = ? AND stage = ?", path: path)
      statement.bind(2, stage)
      return try panel.visits.map { visit in
        statement.bind(1, Int(visit.row))
        defer { statement.reset() }
        return try statement.step() ? statement.bytes(0) : nil
      }
    }
  }

  /// Stores indices and syndromes of some visits of a block with the hashes they were made from, in one transaction.
  /// - Parameters:
  ///   - rows: which rows of the block to store.
  ///   - scores: theirs, in the order of `rows`.
  ///   - hashes: one a row of the block.
  public func storeIndices(
    _ panel: PanelBlock, rows: [Int], scores: [EncodedScores], catalogue: Catalogue, hashes: [StageHash]
  ) throws {
    let mark = IndexCoding.mark(catalogue)
    try write { _, handle in
      let statement = try Statement(handle, "REPLACE INTO index_result VALUES (?, ?, ?)", path: path)
      for (row, score) in zip(rows, scores) {
        statement.bind(1, Int(panel.visits[row].row))
        statement.bind(2, mark)
        statement.bind(3, bytes: score.bytes)
        try statement.run()
      }
      try storeHashes(handle, "indices", panel, rows: rows, hashes: hashes)
    }
  }

  func storeHashes(
    _ handle: OpaquePointer, _ stage: String, _ panel: PanelBlock, rows: [Int], hashes: [StageHash]
  ) throws {
    let state = try Statement(handle, "REPLACE INTO stage_state VALUES (?, ?, ?)", path: path)
    for row in rows {
      state.bind(1, Int(panel.visits[row].row))
      state.bind(2, stage)
      state.bind(3, bytes: hashes[row])
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

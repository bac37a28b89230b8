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
  ///   - indices: by index, then row of the block; as the catalogue orders them.
  ///   - syndromes: likewise.
  ///   - rows: which rows of the block to store.
  public func storeIndices(
    _ panel: PanelBlock, indices: [[IndexValue]], syndromes: [[SyndromeValue]], catalogue: Catalogue, rows: [Int],
    hashes: [StageHash]
  ) throws {
    try write { _, handle in
      let index = try Statement(handle, "REPLACE INTO index_value VALUES (?, ?, ?, ?, ?, ?)", path: path)
      let syndrome = try Statement(handle, "REPLACE INTO syndrome_value VALUES (?, ?, ?, ?, ?, ?, ?)", path: path)
      for row in rows {
        let visit = Int(panel.visits[row].row)
        for (place, definition) in catalogue.indices.enumerated() {
          let value = indices[place][row]
          index.bind(1, visit)
          index.bind(2, definition.id)
          index.bind(3, value.value)
          index.bind(4, Int(value.status.rawValue))
          index.bind(5, Int(value.reason.rawValue))
          index.bind(6, Int64(bitPattern: value.missing.rawValue))
          try index.run()
        }
        for (place, definition) in catalogue.syndromes.enumerated() {
          let value = syndromes[place][row]
          syndrome.bind(1, visit)
          syndrome.bind(2, definition.id)
          syndrome.bind(3, Int(value.strict.rawValue))
          syndrome.bind(4, Int(value.measured.rawValue))
          syndrome.bind(5, CriteriaCoding.encode(value.criteria))
          syndrome.bind(6, CriteriaCoding.encode(value.criteriaMeasured))
          syndrome.bind(7, Int64(bitPattern: value.missing.rawValue))
          try syndrome.run()
        }
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

  /// The stored indices of a block: by index of the catalogue, then visit; nil where a visit has not been scored.
  public func indices(of panel: PanelBlock, catalogue: Catalogue) throws -> [[IndexValue]]? {
    try read { _, handle in
      let places = Dictionary(uniqueKeysWithValues: catalogue.indices.enumerated().map { ($0.element.id, $0.offset) })
      var all = Array(repeating: Array(repeating: IndexValue.missing([]), count: panel.count), count: places.count)
      let statement = try Statement(
        handle, "SELECT id, value, status, reason, missing FROM index_value WHERE visit_id = ?", path: path)
      for (row, visit) in panel.visits.enumerated() {
        statement.bind(1, Int(visit.row))
        var found = 0
        while try statement.step() {
          guard let place = places[statement.string(0)] else { continue }
          found += 1
          all[place][row] = IndexValue(
            value: statement.double(1), status: IndexStatus(rawValue: try statement.byte(2)) ?? .notComputable,
            reason: IndexReason(rawValue: try statement.byte(3)) ?? .none,
            missing: InputSet(rawValue: UInt64(bitPattern: statement.int64(4))))
        }
        statement.reset()
        if found < places.count { return nil }
      }
      return all
    }
  }

  /// The stored syndromes of a block: by definition of the catalogue, then visit; nil where a visit has not been scored.
  public func syndromes(of panel: PanelBlock, catalogue: Catalogue) throws -> [[SyndromeValue]]? {
    try read { _, handle in
      let places = Dictionary(uniqueKeysWithValues: catalogue.syndromes.enumerated().map { ($0.element.id, $0.offset) })
      var all: [[SyndromeValue?]] = Array(repeating: Array(repeating: nil, count: panel.count), count: places.count)
      let statement = try Statement(
        handle,
        "SELECT id, strict, measured, criteria, criteria_measured, missing FROM syndrome_value WHERE visit_id = ?",
        path: path)
      for (row, visit) in panel.visits.enumerated() {
        statement.bind(1, Int(visit.row))
        while try statement.step() {
          guard let place = places[statement.string(0)] else { continue }
          all[place][row] = SyndromeValue(
            strict: SyndromeState(rawValue: try statement.byte(1)) ?? .undetermined,
            measured: SyndromeState(rawValue: try statement.byte(2)) ?? .undetermined,
            criteria: CriteriaCoding.decode(statement.string(3)),
            criteriaMeasured: CriteriaCoding.decode(statement.string(4)),
            missing: InputSet(rawValue: UInt64(bitPattern: statement.int64(5))))
        }
        statement.reset()
      }
      let complete = all.map { $0.compactMap(\.self) }
      return complete.allSatisfy { $0.count == panel.count } ? complete : nil
    }
  }
}

/// Criteria as one character an item, which a person can read in the table.
enum CriteriaCoding {
  static func encode(_ criteria: [CriterionState]) -> String {
    String(criteria.map { $0 == .met ? "+" : $0 == .notMet ? "-" : "?" })
  }
  static func decode(_ text: String) -> [CriterionState] {
    text.map { $0 == "+" ? .met : $0 == "-" ? .notMet : .unknown }
  }
}

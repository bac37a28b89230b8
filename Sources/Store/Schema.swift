import GRDB

/// The tables, as named migrations. A migration that has shipped is never edited; a change is a new one.
enum Schema {
  /// `RhSt`: marks a file as a Rheostat database (PRAGMA application_id).
  static let applicationID: Int32 = 0x5268_5374

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 cohort, results and what the stages say") { db in
      for statement in first { try db.execute(sql: statement) }
    }
    migrator.registerMigration("2 indices and syndromes as one row a visit") { db in
      for statement in second { try db.execute(sql: statement) }
    }
    migrator.registerMigration("3 indices in fewer bytes") { db in
      for statement in computedAnew { try db.execute(sql: statement) }
    }
    return migrator
  }()

  /// The tables, indexes and whatever else a database defines, as SQL, in a fixed order.
  static func text(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
  }

  /// What the migrations of this version make of an empty database: any other text is not ours.
  static func expected() throws -> [String] {
    let empty = try DatabaseQueue()
    try migrator.migrate(empty)
    return try empty.read { try text($0) }
  }

  private static let first = [
    // What the stages were last run with, so that a report names what made its numbers.
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    // A file that was taken in whole; known again by its content and its mapping.
    """
    CREATE TABLE source_file (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, mapping_sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL, rows INTEGER NOT NULL, description TEXT NOT NULL, UNIQUE (sha256, mapping_sha256)) STRICT
    """,
    "CREATE TABLE source_column (file_id INTEGER NOT NULL REFERENCES source_file, number INTEGER NOT NULL, "
      + "name TEXT NOT NULL, PRIMARY KEY (file_id, number)) STRICT, WITHOUT ROWID",
    // The row number is the study number, given at first ingestion and never again to another.
    "CREATE TABLE patient (id INTEGER PRIMARY KEY AUTOINCREMENT, identifier TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE visit (
      id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE, key TEXT NOT NULL,
      label TEXT NOT NULL, day_number INTEGER, ordinal INTEGER, day INTEGER, UNIQUE (patient_id, key)) STRICT
    """,
    "CREATE INDEX visit_order ON visit (patient_id, ordinal)",
    // Visits that came in since visits were last numbered.
    "CREATE INDEX visit_unnumbered ON visit (patient_id) WHERE ordinal IS NULL",
    // Values in canonical units with the way back to their cells. The last one read of a visit stands here.
    """
    CREATE TABLE lab_result (
      visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, analyte TEXT NOT NULL, value REAL NOT NULL,
      reported REAL NOT NULL, unit TEXT NOT NULL, status INTEGER NOT NULL, factor REAL NOT NULL,
      raw_text TEXT NOT NULL, raw_unit TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES source_file,
      row INTEGER NOT NULL, column_number INTEGER NOT NULL, PRIMARY KEY (visit_id, analyte)) STRICT, WITHOUT ROWID
    """,
    // Results and attributes that gave way: the same again, or replaced by a later one. An attribute has no value here.
    """
    CREATE TABLE set_aside (
      id INTEGER PRIMARY KEY, visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, analyte TEXT NOT NULL,
      value REAL, reason TEXT NOT NULL, raw_text TEXT NOT NULL, raw_unit TEXT NOT NULL,
      file_id INTEGER NOT NULL REFERENCES source_file, row INTEGER NOT NULL, column_number INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX set_aside_visit ON set_aside (visit_id)",
    // kind: age, covariate, egfr_equation or kept.
    """
    CREATE TABLE attribute (
      visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, kind TEXT NOT NULL, name TEXT NOT NULL,
      value TEXT NOT NULL, raw_text TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES source_file,
      row INTEGER NOT NULL, column_number INTEGER NOT NULL, PRIMARY KEY (visit_id, kind, name)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE problem (
      id INTEGER PRIMARY KEY, file_id INTEGER NOT NULL REFERENCES source_file, row INTEGER NOT NULL,
      line INTEGER NOT NULL, column_number INTEGER NOT NULL, column_name TEXT NOT NULL, patient TEXT NOT NULL,
      analyte TEXT NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, expected TEXT NOT NULL, actual TEXT NOT NULL,
      message TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE accounting (
      file_id INTEGER NOT NULL REFERENCES source_file, level TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
      n INTEGER NOT NULL, PRIMARY KEY (file_id, level, outcome, reason)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE index_value (
      visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, id TEXT NOT NULL, value REAL,
      status INTEGER NOT NULL, reason INTEGER NOT NULL, missing INTEGER NOT NULL,
      PRIMARY KEY (visit_id, id)) STRICT, WITHOUT ROWID
    """,
    // criteria: one character an item, + met, - not met, ? unknown.
    """
    CREATE TABLE syndrome_value (
      visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, id TEXT NOT NULL, strict INTEGER NOT NULL,
      measured INTEGER NOT NULL, criteria TEXT NOT NULL, criteria_measured TEXT NOT NULL, missing INTEGER NOT NULL,
      PRIMARY KEY (visit_id, id)) STRICT, WITHOUT ROWID
    """,
    // numbers: doubles, least byte first, in the order that PhenotypeCoding names.
    """
    CREATE TABLE phenotype (
      visit_id INTEGER PRIMARY KEY REFERENCES visit ON DELETE CASCADE, verdict INTEGER NOT NULL,
      reason_code TEXT NOT NULL, reason TEXT NOT NULL, draws INTEGER NOT NULL, failed_draws INTEGER NOT NULL,
      labs_missing TEXT NOT NULL, guards TEXT NOT NULL, caveats TEXT NOT NULL, numbers BLOB NOT NULL) STRICT
    """,
    // What a stage last worked on: the hash of the visit's panel, the settings and the model.
    """
    CREATE TABLE stage_state (
      visit_id INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, stage TEXT NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY (visit_id, stage)) STRICT, WITHOUT ROWID
    """,
  ]

  /// Results in bytes of an earlier form: nothing is lost with them.
  private static let computedAnew = ["DELETE FROM index_result", "DELETE FROM stage_state WHERE stage = 'indices'"]

  private static let second = [
    "DROP TABLE index_value", "DROP TABLE syndrome_value",
    // They are computed anew: nothing is lost with them.
    "DELETE FROM stage_state WHERE stage = 'indices'",
    // numbers: as IndexCoding writes them, for the catalogue with that mark.
    """
    CREATE TABLE index_result (
      visit_id INTEGER PRIMARY KEY REFERENCES visit ON DELETE CASCADE, catalogue INTEGER NOT NULL,
      numbers BLOB NOT NULL) STRICT
    """,
  ]
}

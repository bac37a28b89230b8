import Domain

/// Drafts a mapping for a person to check; nothing applies it by itself.
public enum MappingDraft {
  /// The TOML text of a mapping for a file: for every column the guess and what speaks for it (words of the header,
  /// unit found, values of the first 1,000 rows against plausible limits). What is not certain is commented out.
  /// - Throws: as `FileIngest.init`, except that ambiguous headers are no error here.
  public static func draft(path: String) throws(RheostatError) -> String {
    let opening = try Opening(file: try InputFile(path: path), mapping: nil)
    return DraftWriter(opening).text()
  }
}

/// Writes the draft of one file.
struct DraftWriter {
  private let header: [String]
  private let rows: ArraySlice<[String]>
  private let dialect: Dialect
  private let source: FileSource
  private let isLong: Bool
  /// The column whose header says that it is the patient, or is guessed to.
  private let patient: PatientGuess

  init(_ opening: Opening) {
    header = opening.sample.records.first ?? []
    rows = opening.sample.records.dropFirst().prefix(Sample.rowLimit)
    dialect = opening.dialect
    source = opening.source
    let roles = header.compactMap { HeaderName.read($0, isLong: true)?.role }
    isLong = roles.contains(.analyteName) && roles.contains(.value)
    patient = PatientGuess(header: header)
  }

  func text() -> String {
    var lines = [
      "# A draft made from the header and the first \(rows.count) rows. Check every line: a header alone decides nothing.",
      "# Lines that begin with # are not read. docs/ingest.md describes the keys.",
    ]
    if patient == .none {
      lines.append("# No column looks like the patient's identifier: give one of them role = \"patient\".")
    }
    lines += [
      "version = 1", "", "[file]",
      "layout = \"\(isLong ? "long" : "wide")\"",
      "delimiter = \"\(Dialect.name(dialect.delimiter))\"   # \(dialect.delimiterEvidence)",
      "encoding = \"\(source.encoding.rawValue)\"",
      "decimal = \"\(dialect.decimalMark.text)\"   # \(dialect.decimalEvidence)",
      "# date_format = \"iso\"   # or \(DateFormat.allCases.dropFirst().map { "\"\($0.rawValue)\"" }.joined(separator: ", "))",
      "", "[settings]", "insulin_pmol_per_uU = 6.00",
    ]
    var taken: Set<String> = []
    for index in header.indices {
      lines.append("")
      lines += column(index, &taken)
    }
    lines += [
      "", "# A covariate that is true of everybody in the file may be given here, as fasting = \"yes\".",
      "# [constants]",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func column(_ index: Int, _ taken: inout Set<String>) -> [String] {
    let evidence = ColumnEvidence(column: index, rows: rows, mark: dialect.decimalMark)
    let title = "# Column \(index + 1), \"\(Printable.text(header[index]))\": \(evidence.filling)"
    if patient == .guessed(index) {
      return [title + "; \(evidence.distinct) different values, not shown.", "# Guess patient: header word, check."]
        + entry(index, ["role = \"patient\""], commented: false)
    }
    guard let found = HeaderName.read(header[index], isLong: isLong) else {
      return [title + "; \(evidence.discreet)."] + notUnderstood(index)
    }
    if found.role.isUnique, !taken.insert(found.role.word).inserted {
      return [
        title + "; \(evidence.range ?? evidence.discreet).",
        "# Looks like \(found.role.word), which a column above already is: only one may be.",
      ] + entry(index, ["role = \"ignore\""], commented: false)
    }
    switch found.role {
    case .lab(let analyte):
      let shown = evidence.range.map { "; " + $0 } ?? ""
      return [title + shown + "."] + lab(index, analyte, found.unit, evidence)
    case .covariate(let covariate): return [title + "."] + self.covariate(index, covariate, evidence)
    case .age:
      return [title + "; \(evidence.range ?? "no numbers")."] + entry(index, ["role = \"age\""], commented: false)
    case .analyteName: return [title + "."] + analyteWords(index)
    default:
      return [title + "; \(evidence.distinct) different values, not shown."]
        + entry(index, ["role = \"\(found.role.word)\""], commented: false)
    }
  }

  private func lab(
    _ index: Int, _ analyte: Analyte, _ unit: String?, _ evidence: ColumnEvidence
  ) -> [String] {
    let choice = FilePlan.unit(unit, analyte, header: header[index])
    let fits = UnitSpelling.listed(analyte).map { "\($0.unit) \(evidence.share(analyte, $0)) %" }.joined(
      separator: ", ")
    switch choice {
    case .known(let place, let text):
      let share = evidence.share(analyte, analyte.info.units[place])
      return [
        "# Guess \(analyte.name): the words of the header; unit \(Printable.text(text)) from it; \(share) % of the numbers are plausible so."
      ] + (share < 90 ? ["# Few are: plausible by unit: \(fits)."] : [])
        + entry(index, ["role = \"\(analyte.name)\"", "unit = \(MappingText.quoted(text))"], commented: false)
    case .unknown(let text):
      return [
        "# The words say \(analyte.name), but \(Printable.text(text)) is no unit of it: it may be another quantity.",
        "# Units of \(analyte.name), and the share of the numbers plausible in each: \(fits).",
      ] + entry(index, ["role = \"\(analyte.name)\"", "unit = \"\""], commented: true)
    case .missing:
      return [
        "# Guess \(analyte.name): the words of the header. No unit in it: say which.",
        "# Share of the numbers plausible in each unit: \(fits).",
      ] + entry(index, ["role = \"\(analyte.name)\"", "unit = \"\""], commented: true)
    }
  }

  private func covariate(_ index: Int, _ covariate: Covariate, _ evidence: ColumnEvidence) -> [String] {
    let strange = evidence.codes.filter { CovariateWords.code(of: $0, for: covariate) == nil }
    var lines = [
      "# Guess \(covariate.rawValue): the words of the header. It may be: \(CovariateWords.expected(covariate))."
    ]
    if evidence.codes.isEmpty {
      lines.append("# \(evidence.distinct) different values, not shown.")
    } else {
      lines.append("# Values seen: \(evidence.codes.map { "\"\(Printable.text($0))\"" }.joined(separator: ", ")).")
    }
    lines += entry(index, ["role = \"\(covariate.rawValue)\""], commented: false)
    if !strange.isEmpty {
      let pairs = strange.map { "\(MappingText.quoted($0)) = \"\"" }.joined(separator: ", ")
      lines.append("# values = { \(pairs) }   # not understood: say what each means")
    }
    return lines
  }

  private func notUnderstood(_ index: Int) -> [String] {
    let words = Set(HeaderName.folded(header[index]).split(separator: " ").map(String.init))
    var lines: [String] = []
    if words.contains("below"), !words.isDisjoint(with: ["llod", "lod", "limit", "lloq", "loq"]) {
      lines.append("# Perhaps it marks values below the limit of detection: see below_limit_column.")
    } else if !isLong {
      let perhaps = Analyte.allCases.filter { analyte in
        ([analyte.name] + analyte.info.synonyms).contains {
          $0.count >= 3 && words.isSuperset(of: HeaderName.folded($0).split(separator: " ").map(String.init))
        }
      }
      if !perhaps.isEmpty {
        lines.append("# Not understood as a whole; it speaks of \(perhaps.map(\.name).joined(separator: ", ")).")
      }
    }
    return lines + entry(index, ["role = \"ignore\""], commented: true)
  }

  /// The words of a long file's analyte column and what each means.
  private func analyteWords(_ index: Int) -> [String] {
    var counts: [String: Int] = [:]
    for row in rows where index < row.count { counts[row[index].trimmingBlanks(), default: 0] += 1 }
    var lines: [String] = []
    var strange: [String] = []
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) where count >= 3 && lines.count < 100 {
      let meaning: String
      switch AnalyteWord.meaning(of: word) {
      case .analyte(let analyte): meaning = analyte.name
      case .wrongCheckDigit: meaning = "a LOINC code with a wrong check digit"
      case .unknown, .ignored:
        meaning = "not known"
        strange.append(word)
      }
      lines.append("#   \(Printable.text(word)): \(meaning) (\(count) rows)")
    }
    lines += entry(index, ["role = \"analyte\""], commented: false)
    if !strange.isEmpty {
      let pairs = strange.map { "\(MappingText.quoted($0)) = \"ignore\"" }.joined(separator: ", ")
      lines.append("# values = { \(pairs) }   # give each the name of its analyte, or leave it")
    }
    return lines
  }

  /// The table of a column, by place where its name does not tell it from another.
  private func entry(_ index: Int, _ body: [String], commented: Bool) -> [String] {
    let name = header[index]
    let isTold = !name.isEmpty && header.count { $0 == name } == 1
    let key = isTold ? name : "\(name.isEmpty ? "no name" : name), column \(index + 1)"
    let lines = ["[columns.\(MappingText.quoted(key))]"] + (isTold ? [] : ["column = \(index + 1)"]) + body
    return commented ? lines.map { "# " + $0 } : lines
  }
}

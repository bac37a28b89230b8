/// The equations by which a reported eGFR can have been computed, as a closed list: free text of a file must not reach
/// tables and reports unless the mapping keeps it.
enum FiltrationEquation {
  /// Names as they stand in the tables, each with the spellings in which files have it (letters and digits alone).
  static let known: [(name: String, spellings: [String])] = [
    ("CKD-EPI 2021", ["ckdepi2021", "ckdepi2021creatinine", "ckdepi2021cr", "ckdepicr2021", "ckdepicreatinine2021"]),
    (
      "CKD-EPI 2021 creatinine-cystatin C",
      ["ckdepi2021creatininecystatinc", "ckdepi2021crcys", "ckdepi2021creatininecystatin"]
    ),
    ("CKD-EPI 2012 cystatin C", ["ckdepi2012cystatinc", "ckdepi2012cys", "ckdepicystatinc", "ckdepicystatin"]),
    ("CKD-EPI 2012 creatinine-cystatin C", ["ckdepi2012creatininecystatinc", "ckdepi2012crcys"]),
    ("CKD-EPI 2009", ["ckdepi2009", "ckdepi2009creatinine", "ckdepicr2009", "ckdepi2009cr"]),
    ("CKD-EPI, year not said", ["ckdepi", "ckdepicreatinine", "ckdepicr"]),
    ("MDRD", ["mdrd", "mdrd4", "mdrd175", "mdrdidms", "idmsmdrd", "4vmdrd", "mdrd4v"]),
    ("EKFC", ["ekfc", "ekfccreatinine", "ekfccr"]), ("EKFC cystatin C", ["ekfccystatinc", "ekfccys"]),
    ("Schwartz", ["schwartz", "bedsideschwartz", "schwartzbedside", "schwartz2009"]),
    ("measured", ["measured", "mgfr", "iohexol", "inulin", "iothalamate", "edta"]),
  ]

  private static let names = Dictionary(
    known.flatMap { entry in entry.spellings.map { ($0, entry.name) } }, uniquingKeysWith: { first, _ in first })

  /// The equation that a text names, or nil.
  static func named(_ text: String) -> String? {
    names[
      String(
        text.lowercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      )]
  }

  /// For a message: what can stand there.
  static var expected: String { known.map(\.name).joined(separator: "; ") }
}

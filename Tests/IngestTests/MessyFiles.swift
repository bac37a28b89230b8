import Domain

@testable import Ingest

/// A file, and the mapping to read it with.
struct MessyFile: Sendable, CustomStringConvertible {
  var name: String
  var bytes: [UInt8]
  var toml: String?
  var description: String { name }
}

/// What was read of a file and what became of it, counted by the items handed on.
struct Ledger {
  var accountedFor: [AccountingLevel: Int] = [.row: 0, .result: 0, .attribute: 0]
  var read: [AccountingLevel: Int] = [:]
  var rowsRead = 0

  init(_ file: MessyFile) throws {
    let scratch = try Scratch()
    let mapping = try file.toml.map { try Mapping(toml: $0, name: "map.toml") }
    self = try Ledger(path: try scratch.file(file.bytes), mapping: mapping)
  }

  init(path: String, mapping: Mapping?) throws {
    var ingest = try FileIngest(path: path, options: IngestOptions(mapping: mapping))
    var counts = accountedFor
    try ingest.forEach { item in
      switch item {
      case .visit: counts[.row, default: 0] += 1
      case .result: counts[.result, default: 0] += 1
      case .attribute: counts[.attribute, default: 0] += 1
      case .counted(let level, _, _, let count): counts[level, default: 0] += count
      case .problem: break
      }
    }
    accountedFor = counts
    read = ingest.readCounts
    rowsRead = ingest.rowsRead
  }
}

/// Files with everything wrong that the reading knows of, in both layouts.
enum MessyFiles {
  static let all: [MessyFile] = [wide, flagged, semicolons, long, mappedLong, quotes, oneColumnShort]

  static let wide = file(
    "wide",
    """
    patient_id,visit,date,age,sex,diabetes,fasting,egfr_equation,Glucose (mg/dL),insulin (uU/mL),creatinine,crp (mg/furlong),HbA1c (%),bmi,ALT,remark
    A,1,2024-01-01,50,F,T2D,yes,CKD-EPI 2021,99,5,1.1,2,5.5,25,30,fine
    A,2,2024-02-30,50,F,none,no,,100,6,1.2,2,5.6,26,31,a day that is none
    B,1,2024-01-01,-3,X,unknown,perhaps,,<5,>60,,,NA,-1,,
    ,1,2024-01-01,50,M,none,yes,,99,5,1.1,2,5.5,25,30,no patient
    NA,1,,50,M,none,yes,,99,5,1.1,2,5.5,25,30,

    ,,,,,,,,,,,,,,,
       ,,,,,,,,,,,,,,,\t
    C,1,2024-01-01
    D,1,2024-01-01,400,unknown,unknown,unknown,x,high,"1,5",0x10,inf,5000,1e400,#N/A,.
    E,1,,,,,,,,,,,,,,,,,,
    F,"a\u{1}b",,50,F,none,yes,,99,5,1,1,5,25,1,unfit visit
    "G\u{7F}",,,50,F,none,yes,,99,5,1,1,5,25,1,unfit patient
    H,,,50,F,none,yes,"bad\u{2}text",99,5,1,1,5,25,1,x
    H,,,50,F,none,yes,,99,5,1,1,5,25,1,x
    """)

  static let flagged = file(
    "mapped wide with flags, constants and missing words",
    """
    id,ins,ins_flag,gender,arm,left,over,waist,waist
    1,0.7,1,1,placebo,3,x,90,91
    1,0.7,1,1,placebo,3,x,90,91
    2,-9,1,2,verum,-9,-9,-9,-9
    3,9 H,0,9,"a\u{3}",4,,,
    -9,9,0,1,verum,4,x,90,91
    4,9,0,5,verum,5,y,90
    """,
    """
    version = 1
    [settings]
    qualifiers = ["H"]
    missing = ["-9"]
    [columns.id]
    role = "patient"
    [columns.ins]
    role = "insulin"
    unit = "uU/mL"
    below_limit_column = "ins_flag"
    below_limit_values = ["1"]
    [columns.gender]
    role = "sex"
    values = { "1" = "male", "2" = "female", "9" = "" }
    [columns.arm]
    role = "keep"
    name = "trial_arm"
    [columns.left]
    role = "ignore"
    [columns.waist]
    column = 8
    role = "waist"
    unit = "cm"
    [constants]
    fasting = "yes"
    dialysis = "none"
    """)

  static let semicolons = file(
    "semicolons and decimal commas",
    "patient_id;waist_cm;il6_pg_mL\r\nA;90,5;1,2\r\nB;1.000,5;0,3\r\n;1,5;2\r\n\r\nC;9\r\n")

  static let long = file(
    "long",
    """
    patient_id,date,analyte,value,unit,sex,age,fasting,specimen,method,comment,lot
    A,2024-01-01,glucose,90,mg/dL,F,50,yes,,,,1
    A,2024-01-01,insulin,9,uU/mL,F,50,no,,,,1
    A,2024-01-01,creatinine,1,mg/dL,M,,unknown,urine,,c,
    A,2024-01-01,glucose,90,mg/dL,F,50,yes,Urine,hexokinase,c,2
    A,2024-01-01,egfr,50,mL/min/1.73m2,F,unknown,yes,,CKD-EPI 2021,,
    A,2024-01-01,egfr,50,mL/min/1.73m2,F,50,,,"bad\u{1}text",c,
    A,2024-01-01,ALT,30,U/L,F,50,yes,,method,c,3
    A,2024-01-01,2345-8,30,mg/dL,F,50,yes,,method,c,3
    A,2024-01-01,glucose,,mg/dL,F,50,yes,,method,c,3
    A,2024-01-01,glucose,NA,mg/dL,F,50,maybe,,method,c,3
    A,someday,glucose,90,mg/dL,F,50,yes,,method,c,3
    ,2024-01-01,glucose,90,mg/dL,F,50,yes,,method,c,3
    B,2024-01-01,glucose,90,,F,50,perhaps,,,,
    B,2024-01-01,glucose,90,stones,unknown,50,yes,,,,
    B,2024-01-01,glucose,high,mg/dL,unknown,500,yes,,,,
    B,2024-01-01,glucose
    B,2024-01-01,,5,,unknown,500,yes,,m,c,4,beyond
    ,,,,,,,,,,,
    B,2024-01-01,,5,,unknown,500,yes,,m,c,4
    """)

  static let mappedLong = file(
    "mapped long",
    "who,what,much,site,junk\nA,GLU,90,x,1\nA,ALT,3,x,1\nA,ZZ,3,x,\nA,GLU,-9,x,1\nB,GLU,9,x,1\nB,GLU,-1,,1\n-9,GLU,5,x,1\n",
    """
    version = 1
    [settings]
    missing = ["-9"]
    [columns.who]
    role = "patient"
    [columns.what]
    role = "analyte"
    values = { "GLU" = "glucose", "ALT" = "ignore" }
    [columns.much]
    role = "value"
    [columns.site]
    role = "keep"
    name = "site"
    [units]
    glucose = "mg/dL"
    [constants]
    diabetes = "none"
    """)

  static let quotes = file(
    "misplaced quotes",
    "patient_id,waist_cm,sex,x\n\"A\",\"90\",F,\"1\"\n\"B\"x,\"91\",F,1\nC,9\"2,F,\"a\"\"b\"\n\"D\",\"1\"2\"3\",M,\n")

  static let oneColumnShort = file(
    "every row of another length", "patient_id,waist_cm,sex\nA,90\nB\nC,90,F,1\nD,,\n")

  private static func file(_ name: String, _ text: String, _ toml: String? = nil) -> MessyFile {
    MessyFile(name: name, bytes: Array(text.utf8), toml: toml)
  }
}

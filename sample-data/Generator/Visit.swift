import Domain

/// What would be found at one visit if everything were measured: values in canonical units by analyte, and answers.
struct Visit {
  let number: Int
  let date: String
  let age: Int
  /// Yes, no, or not recorded (empty).
  let fasting: String
  private(set) var values = [Double](repeating: .nan, count: Analyte.count)

  /// The visit of a person with a number, from 1: about half a year after the one before.
  init(_ number: Int, of person: Person, seed: UInt64) {
    let draw = UInt32(truncatingIfNeeded: person.number) &* 4 &+ UInt32(truncatingIfNeeded: number - 1)
    var random = RandomStream(key: seed, purpose: Purpose.visit.rawValue, draw: draw)
    let days = number == 1 ? 0 : (number - 1) * 182 + Int(21 * random.uniform()) - 10
    let years = Double(days) / 365.25
    let circumstance = random.uniform()
    self.number = number
    date = Calendar.iso(person.firstDay + days)
    age = Int(person.age + years)
    fasting = circumstance < 0.93 ? "yes" : circumstance < 0.97 ? "no" : ""

    let bmi = person.bmi + 0.3 * random.normal() * (number == 1 ? 0 : 1)
    let egfr = max(person.egfr - person.decline * years, 4)
    var relations = Relations(person: person, egfr: egfr, age: Double(age), bmi: bmi, random: random)
    let fed = fasting == "no"

    set(.insulin, relations.insulin() * (fed ? 3 : 1))
    set(.glucose, relations.glucose() * (fed ? 1.25 : 1))
    set(.creatinine, Creatinine.matching(egfr: egfr, age: Double(age), female: person.female))
    set(.egfr, egfr)
    set(.leptin, min(relations.leptin(), 250))
    // Above the caps below an assay would be diluted and repeated; few people reach them.
    set(.adiponectin, min(relations.adiponectin(), 95))
    set(.il6, relations.il6())
    set(.tnfAlpha, relations.tnfAlpha())
    set(.crp, relations.crp())
    // A meal suppresses fatty acids and raises triglycerides (sizes: choice).
    set(.ffa, relations.ffa() * (fed ? 0.4 : 1))
    set(.triglyceride, relations.triglyceride(insulin: self[.insulin] / (fed ? 3 : 1)) * (fed ? 1.3 : 1))
    set(.hdl, relations.hdl(triglyceride: self[.triglyceride]))
    set(.ldl, relations.ldl())
    set(.cholesterol, relations.cholesterol(hdl: self[.hdl], ldl: self[.ldl], triglyceride: self[.triglyceride]))
    set(.albumin, relations.albumin())
    set(.bicarbonate, relations.bicarbonate())
    set(.hba1c, Self.percentHbA1c.canonical(relations.hba1c(glucose: self[.glucose] / (fed ? 1.25 : 1))))
    set(.uacr, Self.uacrPerGram.canonical(relations.uacr()))
    set(.haemoglobin, relations.haemoglobin())
    set(.height, person.height)
    set(.weight, bmi * person.height * person.height / 10_000)
    set(.bmi, bmi)
    set(.waist, relations.waist)
    let pressure = relations.pressure()
    set(.sbp, pressure.systolic)
    set(.dbp, pressure.diastolic)
  }

  subscript(analyte: Analyte) -> Double { values[analyte.ordinal] }
  private mutating func set(_ analyte: Analyte, _ value: Double) { values[analyte.ordinal] = value }

  private static let percentHbA1c = dictionaryConversion(.hba1c, "%")
  private static let uacrPerGram = dictionaryConversion(.uacr, "mg/g")
}

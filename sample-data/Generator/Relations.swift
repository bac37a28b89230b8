import Domain
import Foundation

/// How the values of a visit hang together. Each relation names its source: "derived" means computed from figures in the
/// source; "NHANES 2017-2018" means a least-squares line through the public fasting sample of adults (wwwn.cdc.gov/nchs),
/// of which nothing but the line is here; "choice" means no source, only a plausible shape.
struct Relations {
  let person: Person
  /// eGFR, age and body mass index at the visit.
  let egfr: Double
  let age: Double
  let bmi: Double
  /// Standard normal numbers of the visit alone.
  var random: RandomStream

  private var female: Bool { person.female }
  private var own: Person.Tendencies { person.tendencies }
  private var dialysed: Bool { person.dialysis != "none" }
  /// 0 with healthy kidneys, 1 without any.
  private var loss: Double { max(0, 1 - egfr / 90) }

  /// Four fifths of the variance are the person's own, the rest the day's (choice).
  private mutating func spread(_ own: Double) -> Double { 0.8.squareRoot() * own + 0.2.squareRoot() * random.normal() }

  /// cm. NHANES 2017-2018, by sex; residual SD 5.4 (men) and 6.5 (women).
  var waist: Double {
    female
      ? 88.3 + 2.06 * (bmi - 25) + 0.12 * (age - 50) + 6.5 * person.waistResidual
      : 91.9 + 2.42 * (bmi - 25) + 0.19 * (age - 50) + 5.4 * person.waistResidual
  }

  /// pmol/L. NHANES 2017-2018: ln 44 (no diabetes) or 67.6 (diabetes) at BMI 25, slope 0.056 or 0.042 a kg/m2; sigma of
  /// ln 0.60 (lower end of 0.60 to 0.66, derived from several cohorts). Twice as high in advanced disease (RISKD); not
  /// raised in lean people on haemodialysis, whose HOMA stays normal.
  mutating func insulin() -> Double {
    let base = person.traits.diabetic ? log(67.6) + 0.042 * (bmi - 25) : log(44) + 0.056 * (bmi - 25)
    let retained = person.dialysis == "haemodialysis" ? 0 : log(2) * loss
    return exp(base + retained + 0.60 * spread(own.insulin))
  }

  /// mmol/L. Mean 4.9 in health (1999); NHANES 2017-2018: slope of ln 0.0025 a kg/m2 and 0.0016 a year, residual 0.094;
  /// with diabetes ln 8.8 and 0.30. Rises a little with insulin's tendency (choice), as resistance raises both.
  mutating func glucose() -> Double {
    let day = spread(own.glucose)
    if person.traits.diabetic { return exp(log(8.4) + 0.25 * day) }
    return exp(log(5.0) + 0.0025 * (bmi - 25) + 0.0016 * (age - 50) + 0.02 * own.insulin + 0.07 * day)
  }

  /// ng/mL. At BMI 20 to 25 geometric means 2.27 (men) and 12.5 (women) (China, 469 men, 773 women). Slope of ln on BMI
  /// from r 0.70 (men) and 0.63 (women), sigma of ln 0.85 and an SD of BMI of 4 (derived). Medians 10.8 before dialysis,
  /// 5.4 on haemodialysis, 36 on peritoneal dialysis (Fontan 1999), against 7.5 expected here at BMI 25 (derived).
  mutating func leptin() -> Double {
    let slope = (female ? 0.63 : 0.70) * 0.85 / 4
    let residual = 0.85 * (1 - (female ? 0.63 * 0.63 : 0.70 * 0.70)).squareRoot()
    let kidney =
      switch person.dialysis {
      case "haemodialysis": log(5.4 / 7.5)
      case "peritoneal": log(36 / 7.5)
      default: log(10.8 / 7.5) * loss
      }
    return exp(log(female ? 12.5 : 2.27) + slope * (bmi - 22.5) + kidney + residual * spread(own.leptin))
  }

  /// ug/mL. 6.57 (SD 3.24) in G1, 8.23 (SD 3.26) in G2, 18.1 (SD 6.8) on haemodialysis: as geometric means 5.9, 7.65 and
  /// 16.9 these lie on one line of ln, -0.0125 a mL/min (derived). r with BMI -0.29 in CKD, -0.43 on haemodialysis, sigma
  /// of ln 0.46, SD of BMI 5: slopes -0.027 and -0.040 (derived). Women above men by the centres of their reference
  /// ranges, 8.8 and 5.3 (derived). After transplantation the line of the graft's own eGFR holds.
  mutating func adiponectin() -> Double {
    let slope = person.dialysis == "haemodialysis" ? -0.040 : -0.027
    let sex = (female ? 0.5 : -0.5) * log(8.8 / 5.3)
    return exp(log(5.9) + 0.0125 * (95 - egfr) + slope * (bmi - 25) + sex + 0.40 * spread(own.adiponectin))
  }

  /// pg/mL. 1.47 in CoLaus; -1.2 % a mL/min of eGFR (CRIC, n 3,939), which at eGFR 40 gives the CKD/control ratio of 1.8;
  /// waist below 80 cm against 88 and over 0.4 against 1.0 (Mediators Inflamm 2017, 5356020): 0.042 of ln a cm (derived),
  /// used at half since that group also differed otherwise (choice). Sigma of ln 0.65; two fifths shared with TNF and CRP
  /// (choice).
  mutating func il6() -> Double {
    exp(log(1.2) + 0.012 * (90 - egfr) + 0.021 * girth + wasting + 0.65 * inflamed(own.il6))
  }

  /// pg/mL. 2.89 in CoLaus; CKD/control 1.5 at eGFR 40 (derived: 0.0081 of ln a mL/min); waist 1.7 against 2.0 (same
  /// table: 0.008 a cm); sigma of ln 0.45.
  mutating func tnfAlpha() -> Double {
    exp(log(2.6) + 0.0081 * (90 - egfr) + 0.008 * girth + 0.45 * inflamed(own.tnf))
  }

  /// mg/L. Controls 0.75, haemodialysis 5.13 (Dis Markers 2013, 518945): as for IL-6 most of it goes with eGFR; 15.2
  /// against 8.1 in malnourished and well nourished people on haemodialysis. NHANES 2017-2018: 0.074 of ln a kg/m2.
  /// Sigma of ln 0.95.
  mutating func crp() -> Double {
    exp(log(1.0) + 0.016 * (90 - egfr) + 0.074 * (min(bmi, 40) - 25) + wasting + 0.95 * inflamed(own.crp))
  }

  /// Waist above 85 cm, capped so that nobody's cytokines leave the measured range.
  private var girth: Double { min(max(waist - 85, -20), 30) }
  /// ln(15.2/8.1), see `crp`.
  private var wasting: Double { person.archetype == .wasted ? log(15.2 / 8.1) : 0 }
  private mutating func inflamed(_ tendency: Double) -> Double {
    0.4.squareRoot() * own.inflammation + 0.6.squareRoot() * spread(tendency)
  }

  /// mmol/L. Healthy mean 0.376; obese +26 % (Arner 2015), here from BMI 30 on; lower at eGFR below 15 in one series (-15 %:
  /// choice); diabetes +20 % (choice); sigma of ln 0.35.
  mutating func ffa() -> Double {
    let group = (bmi >= 30 ? log(1.26) : 0) + (egfr < 15 ? log(0.85) : 0) + (person.traits.diabetic ? log(1.2) : 0)
    return exp(log(0.376) - 0.35 * 0.35 / 2 + group + 0.35 * spread(own.ffa))
  }

  /// mmol/L. NHANES 2017-2018: 84.8 mg/dL at insulin 60 pmol/L, 0.25 of ln insulin, men +0.12, diabetes +0.21, residual
  /// 0.50. Haemodialysis 117 against 103 mg/dL in controls (Dis Markers 2013): ratio 1.14, here with the loss of eGFR.
  mutating func triglyceride(insulin: Double) -> Double {
    let group = (female ? 0 : 0.12) + (person.traits.diabetic ? 0.21 : 0) + log(117.0 / 103.0) * loss
    let milligrams = exp(log(84.8) + 0.25 * log(insulin / 60) + group + 0.50 * spread(own.triglyceride))
    return Milligrams.triglyceride.canonical(milligrams)
  }

  /// mmol/L. NHANES 2017-2018: 57.1 mg/dL (women) at triglycerides 100 mg/dL, -0.205 of their ln, men -0.158, -0.008 a
  /// kg/m2, residual 0.217. 15 % lower without kidneys (choice).
  mutating func hdl(triglyceride: Double) -> Double {
    let ratio = log(triglyceride / Milligrams.triglyceride.canonical(100))
    let mean = log(57.1) - 0.205 * ratio - (female ? 0 : 0.158) - 0.008 * (bmi - 25) - 0.16 * loss
    return Milligrams.hdl.canonical(exp(mean + 0.20 * spread(own.hdl)))
  }

  /// mmol/L. NHANES 2017-2018: 111 (SD 36) mg/dL; a third lower under a lipid drug (choice); low in wasting (choice).
  mutating func ldl() -> Double {
    let factor = (person.lipidDrug ? 0.68 : 1) * (person.archetype == .wasted ? 0.7 : 1)
    return Milligrams.ldl.canonical(exp(log(112 * factor) + 0.26 * spread(own.ldl)))
  }

  /// mmol/L: HDL and LDL and a fifth of triglycerides in mg/dL (Friedewald 1972, doi 10.1093/clinchem/18.6.499).
  func cholesterol(hdl: Double, ldl: Double, triglyceride: Double) -> Double {
    let perMilligram = Milligrams.cholesterol.canonical(1)
    let milligrams = triglyceride / Milligrams.triglyceride.canonical(1)
    return hdl + ldl + milligrams / 5 * perMilligram
  }

  /// g/L. 38.2 in well nourished and 31.2 in malnourished people on haemodialysis (preprint rs-7760107); 43 in health,
  /// lower with heavy albuminuria (choice); SD 2.5.
  mutating func albumin() -> Double {
    let mean = person.archetype == .wasted ? 31.2 : dialysed ? 38.2 : person.traits.uacr > 300 ? 40 : 43
    return mean + 2.5 * spread(own.albumin)
  }

  /// mmol/L. 25.5 in health, 20.5 at the end of the line, 23 on dialysis (choice, after the reference range 22 to 29).
  mutating func bicarbonate() -> Double { (dialysed ? 23 : 25.5 - 5 * loss) + 1.8 * random.normal() }

  /// Per cent. A1c = (mean glucose + 2.59) / 1.59 with glucose in mmol/L (Nathan 2008, doi 10.2337/dc08-0545); the mean
  /// lies 10 % above the fasting value (choice).
  mutating func hba1c(glucose: Double) -> Double { (glucose * 1.1 + 2.59) / 1.59 + 0.25 * random.normal() }

  /// mg/g, lognormal around the archetype's median, sigma of ln 0.8 (choice).
  mutating func uacr() -> Double { exp(log(person.traits.uacr) + 0.8 * spread(own.uacr)) }

  /// g/L. 148 (men), 134 (women), 0.5 less a mL/min below 60, never below the 110 that treatment aims at on average
  /// (choice).
  mutating func haemoglobin() -> Double {
    max((female ? 134 : 148) - 0.5 * max(0, 60 - egfr), 108) + 8 * random.normal()
  }

  /// mmHg. NHANES 2017-2018: slope 0.56 a year and 0.45 a kg/m2; diastolic 0.34 a mmHg of systolic and -0.20 a year.
  mutating func pressure() -> (systolic: Double, diastolic: Double) {
    let mean = (person.hypertensive ? 136 : 118) + 0.3 * (age - 50) + 0.45 * (bmi - 25)
    let systolic = min(max(mean + 11 * spread(own.pressure), 88), 210)
    let diastolic = 72 + 0.34 * (systolic - 120) - 0.20 * (age - 50) + 7 * random.normal()
    return (systolic, min(max(diastolic, 45), systolic - 20))
  }
}

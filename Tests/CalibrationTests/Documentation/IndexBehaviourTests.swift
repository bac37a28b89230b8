import Pipeline
import Testing

@testable import calibrate

/// What the plots of docs/indices show, held against what the definitions print.
@Suite struct IndexBehaviourTests {
  private static func behaviour(_ id: String, _ words: String) throws -> IndexBehaviour {
    try IndexBehaviour(.named(id), words.split(separator: " ").map(String.init))
  }

  private static func panel(_ behaviour: IndexBehaviour, _ label: String) throws -> IndexBehaviour.Panel {
    try #require(behaviour.panels.first { $0.label.hasPrefix(label) })
  }

  /// Matthews 1985: glucose times insulin over 22.5, here with 10 uU/mL; flagged outside 3.5 to 25 mmol/L.
  @Test func theLineIsTheFormulaOverAllThatIsTaken() throws {
    let panel = try Self.panel(Self.behaviour("homa_ir", "glucose=5mmol/L insulin=60pmol/L"), "Glucose")
    #expect(panel.points.first?.x == 1.1 && abs((panel.points.last?.x ?? 0) - 55.5) < 1e-9 && panel.isLogarithmic)
    for point in panel.points {
      #expect(abs((point.y ?? .nan) - point.x * 10 / 22.5) < 1e-9)
      #expect(point.isValidated == (3.5...25).contains(point.x))
    }
  }

  /// IDF 2005, a man: waist from 94 cm is asked for, and two of the others; glucose from 5.6 mmol/L counts.
  @Test func aSyndromeGoesFromAbsentToPresentAtItsCutOff() throws {
    let behaviour = try Self.behaviour(
      "mets_idf_2005",
      "sex=male ethnicity=europid waist=100cm triglyceride=2mmol/L hdl=1.2mmol/L sbp=120mmHg dbp=75mmHg "
        + "glucose=6mmol/L diabetes=none hypertension=no drug_bp=no drug_lipid=no drug_glucose=no drug_insulin=no")
    #expect(behaviour.levels.last == "present" && behaviour.levels.first == "absent")
    let top = Double(behaviour.levels.count - 1)
    for point in try Self.panel(behaviour, "Waist").points { #expect((point.y == top) == (point.x >= 94)) }
    for point in try Self.panel(behaviour, "Glucose").points { #expect((point.y == top) == (point.x >= 5.6)) }
  }

  /// Levey 2021 and Pottel 2021 are for adults: no line below 18 years.
  @Test func thereIsNoLineWhereThereIsNoValue() throws {
    let behaviour = try Self.behaviour("egfr_ckdepi_2021", "sex=female age=60 creatinine=80umol/L")
    let panel = try Self.panel(behaviour, "Age")
    #expect(!panel.isLogarithmic && panel.points.first?.x == 1)
    for point in panel.points { #expect((point.y != nil) == (point.x >= 18)) }
  }

  @Test func whatChangesNothingHasNoPanel() throws {
    let behaviour = try Self.behaviour("homa_ir", "glucose=5mmol/L insulin=60pmol/L ffa=0.5mmol/L")
    #expect(behaviour.panels.map(\.label).count == 2)
  }

  @Test func theDrawingHasAPanelForEachInputAndNoNaN() throws {
    let behaviour = try Self.behaviour("homa_ir", "glucose=5mmol/L insulin=60pmol/L")
    let text = String(decoding: IndexPlot(index: try .named("homa_ir"), behaviour: behaviour).svg(), as: UTF8.self)
    #expect(text.contains("Glucose, fasting, mmol/L<") && text.contains("Insulin, fasting, pmol/L<"))
    #expect(!text.contains("nan") && text.contains("outside, flagged"))
    // Glucose is flagged on both sides of its range, insulin nowhere; the legend has one of each.
    #expect(text.matches(of: /<path[^>]*class="b"/).count == 2 + 1)
  }

  /// Every panel has a line: an item of a score that takes 0 to 3 too (MIS, Kalantar-Zadeh 2001).
  @Test func everyPanelHasALine() throws {
    let items = "mis_weight=1 mis_intake=2 mis_symptoms=1 mis_function=0 mis_comorbidity=1 mis_fat=1 mis_muscle=2"
    let behaviour = try Self.behaviour(
      "mis", items + " bmi=19kg/m2 albumin=33g/L iron_binding_capacity=40umol/L dialysis=haemodialysis age=60")
    let graded = behaviour.panels.filter { $0.points.count == 4 }
    #expect(graded.count == 7 && graded.allSatisfy { $0.points.compactMap(\.y).count == 4 })
  }

  /// KDIGO: A2 from 30 mg/g on; reported in mg/g, that is 3.39 mg/mmol, though the example be 0.
  @Test func whatIsReportedMovesInItsOwnUnit() throws {
    let behaviour = try Self.behaviour("ckd_a", "uacr=0mg/g")
    #expect(behaviour.levels == ["A1", "A2", "A3"])
    for point in try Self.panel(behaviour, "Urine albumin").points {
      #expect((point.y == 0) == (point.x * 8.84 < 30), "\(point.x)")
    }
  }

  /// An example whose value is a limit is drawn over values: the criterion of muscle turns at 90 % of the median (Fouque 2008).
  @Test func aLimitOfTheExampleIsDrawnAsValues() throws {
    let words = "dialysis=haemodialysis age=60 albumin=21g/L bmi=16.9kg/m2 arm_muscle_area=<90%"
    for point in try Self.panel(try Self.behaviour("pew", words), "Mid-arm").points {
      #expect((point.y == 1) == (point.x < 90), "\(point)")
    }
    #expect(IndexDocument.typed("arm_muscle=<90% age=60") == "'arm_muscle=<90%' age=60")
  }

  /// A logarithmic scale puts the geometric mean in the middle.
  @Test func scalesPutValuesWhereTheyBelong() {
    let scale = PlotScale([1, 100], isLogarithmic: true, start: 0, end: 200)
    #expect(abs(scale.pixel(10) - 100) < 1e-9 && scale.ticks == [1, 2, 5, 10, 20, 50, 100])
    let linear = PlotScale([0, 10], isLogarithmic: false, start: 0, end: 100)
    #expect(abs(linear.pixel(5) - 50) < 1e-9)
  }
}

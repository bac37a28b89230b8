import Domain

/// The laboratory columns of `patients.csv`: values in canonical units and, for each laboratory value, how it is censored.
enum LabColumns {
  /// How a censored value is coded.
  static let censoring =
    "0 measured; -1 reported below a limit L, the value is L/2; 1 reported above a limit L, the value is L"

  static func all(catalogue: Catalogue) -> [TableColumn] {
    Analyte.allCases.flatMap { analyte -> [TableColumn] in
      switch analyte {
      case .egfr: filtration(catalogue)
      case .bmi: bodyMass(catalogue)
      default: columns(analyte)
      }
    }
  }

  private static func columns(_ analyte: Analyte) -> [TableColumn] {
    let info = analyte.info
    let value = TableColumn.number(
      info.name, info.label, unit: info.unit, source: source(info)
    ) { block, row in
      block.panel[row].value(analyte) ?? .nan
    }
    guard info.kind == "lab" else { return [value] }
    return [
      value,
      TableColumn(
        name: info.name + "_cens", label: info.label + ", censoring", type: "integer", coding: censoring
      ) { block, row in
        switch block.panel[analyte, row].status {
        case .measured: .integer(0)
        case .belowLimit: .integer(-1)
        case .aboveLimit: .integer(1)
        case .missing: .missing
        }
      },
    ]
  }

  /// eGFR as used: the index `egfr` (as reported, else from creatinine) where the catalogue has it.
  private static func filtration(_ catalogue: Catalogue) -> [TableColumn] {
    guard let place = catalogue.indices.firstIndex(where: { $0.id == "egfr" }) else {
      return columns(.egfr) + [equation { block, row in block.panel.egfrEquation.at(row) ?? "" }]
    }
    let definition = catalogue.indices[place]
    return [
      .number(
        "egfr", definition.name, unit: definition.unit, formula: definition.formula, source: definition.source
      ) { block, row in block.indices.at(place)?.at(row)?.value ?? .nan },
      TableColumn(
        name: "egfr_cens", label: definition.name + ", censoring", type: "integer",
        coding: censoring + "; for an eGFR from a censored creatinine the sign is turned round"
      ) { block, row in
        guard let value = block.indices.at(place)?.at(row)?.value, value.isFinite else { return .missing }
        let reported = block.panel[Analyte.egfr, row].status
        let creatinine = block.panel[Analyte.creatinine, row].status
        return .integer(reported == .missing ? -sign(creatinine) : sign(reported))
      },
      equation { block, row in
        guard let value = block.indices.at(place)?.at(row)?.value, value.isFinite else { return "" }
        let reported = block.panel[Analyte.egfr, row].status != .missing
        return reported ? block.panel.egfrEquation.at(row) ?? "" : "CKD-EPI 2021"
      },
    ]
  }

  /// BMI as used: the index `bmi` (as reported, else from weight and height) where the catalogue has it.
  private static func bodyMass(_ catalogue: Catalogue) -> [TableColumn] {
    guard let place = catalogue.indices.firstIndex(where: { $0.id == "bmi" }) else { return columns(.bmi) }
    let definition = catalogue.indices[place]
    return [
      .number("bmi", definition.name, unit: definition.unit, formula: definition.formula, source: definition.source) {
        block, row in block.indices.at(place)?.at(row)?.value ?? .nan
      }
    ]
  }

  private static func equation(_ value: @escaping @Sendable (ScoredBlock, Int) -> String) -> TableColumn {
    .text(
      "egfr_equation", "Equation behind the eGFR",
      coding: "as the source says for a reported eGFR (empty where it does not say); CKD-EPI 2021 where computed here",
      value)
  }

  private static func sign(_ status: ValueStatus) -> Int {
    switch status {
    case .belowLimit: -1
    case .aboveLimit: 1
    case .measured, .missing: 0
    }
  }

  private static func source(_ info: AnalyteInfo) -> String {
    info.loinc.isEmpty ? "the input" : "the input; LOINC " + info.loinc.joined(separator: " ")
  }
}

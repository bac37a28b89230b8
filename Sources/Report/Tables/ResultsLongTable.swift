import Domain

/// `results_long.csv`: one row a result, with its status and the reason for it.
///
/// Laboratory values stand there when they were reported (a missing lab has no row); where an index carries a
/// lab on under the same name (`egfr`, `bmi`), the lab as it was reported is called `egfr_reported`, `bmi_reported`. Every index and syndrome definition has a row in any
/// case; the mechanism has rows where it was run. Inputs that are missing follow the reason, as
/// `missing_input: insulin; ffa`.
public struct ResultsLongTable: Sendable {
  private let catalogue: Catalogue
  private let labNames: [String]

  /// A table over the results of this catalogue.
  public init(catalogue: Catalogue) {
    self.catalogue = catalogue
    let indices = Set(catalogue.indices.map(\.id))
    labNames = Analyte.allCases.map { indices.contains($0.name) ? $0.name + "_reported" : $0.name }
  }

  /// The header line.
  public func header() -> [UInt8] {
    Array("patient_key,visit,variable,value,unit,status,reason\n".utf8)
  }

  /// The rows of a block.
  public func rows(_ block: ScoredBlock) -> [UInt8] {
    var csv = CSVWriter(capacity: block.panel.count * 1024)
    for row in 0..<block.panel.count {
      let record = VisitRecord(block: block, row: row, catalogue: catalogue)
      let key = record.panel.visit.patientKey
      let write: Write = { variable, unit, status, reason, value in
        csv.text(key)
        csv.integer(record.number)
        csv.text(variable)
        value(&csv)
        csv.text(unit)
        csv.text(status)
        csv.text(reason)
        csv.endRow()
      }
      labs(record, write)
      derived(record, write)
      if let result = record.phenotype { mechanism(result, write) }
    }
    return csv.bytes
  }

  private typealias Write = (String, String, String, String, (inout CSVWriter) -> Void) -> Void

  private func labs(_ record: VisitRecord, _ write: Write) {
    for analyte in Analyte.allCases {
      let status: String
      switch record.panel.status(analyte) {
      case .missing: continue
      case .measured: status = "measured"
      case .belowLimit: status = "below_limit"
      case .aboveLimit: status = "above_limit"
      }
      let value = record.panel.value(analyte) ?? .nan
      write(labNames[analyte.ordinal], analyte.info.unit, status, "") { $0.number(value) }
    }
  }

  private func derived(_ record: VisitRecord, _ write: Write) {
    for (definition, value) in record.indices {
      let level = definition.level(of: value)
      write(
        definition.id, Wording.unit(definition.unit), value.status.name, reason(value.reason.code, value.missing)
      ) { csv in
        if let level { csv.text(level) } else { csv.number(value.value) }
      }
    }
    for (definition, value) in record.syndromes {
      let reason = value.strict == .undetermined ? reason("missing_input", value.missing) : ""
      let status = value.strict == .undetermined ? "not_computable" : "computed"
      write(definition.id, "", status, reason) { $0.text(value.strict.name) }
      let undetermined = value.measured == .undetermined
      write(
        definition.id + "_measured", "", undetermined ? "not_computable" : "computed",
        undetermined ? "missing_input" : ""
      ) { $0.text(value.measured.name) }
    }
  }

  private func mechanism(_ result: PhenotypeResult, _ write: Write) {
    let status = result.verdict == .indeterminate ? "indeterminate" : "classified"
    write("phenotype", "", status, result.reasonCode) { $0.text(result.verdict.name) }
    func number(_ name: String, _ value: Double?) {
      let value = value ?? .nan
      write(name, "1", value.isFinite ? "computed" : "not_computable", value.isFinite ? "" : result.reasonCode) {
        $0.number(value)
      }
    }
    for value in PhenotypeClass.allCases { number("p_" + value.name, result.probabilities.at(value.rawValue)) }
    for tissue in Tissue.allCases {
      summary("ir_" + tissue.name, result.insulinResistance.at(tissue.rawValue), number)
      number("ir_" + tissue.name + "_mean", result.insulinResistance.at(tissue.rawValue)?.mean)
      summary("mtorc1_" + tissue.name, result.mtorc1.at(tissue.rawValue), number)
      for arm in Arm.allCases {
        number("arm_" + arm.name + "_" + tissue.name, result.arms.at(tissue.rawValue)?.at(arm.rawValue))
      }
    }
  }

  private func summary(_ name: String, _ value: DrawSummary?, _ number: (String, Double?) -> Void) {
    number(name, value?.median)
    number(name + "_lo", value?.low)
    number(name + "_hi", value?.high)
  }

  private func reason(_ code: String, _ missing: InputSet) -> String {
    missing.isEmpty || code.isEmpty ? code : code + ": " + missing.names.joined(separator: "; ")
  }
}

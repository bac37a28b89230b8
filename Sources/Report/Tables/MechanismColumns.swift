import Domain

/// What the mechanism adds to `patients.csv`; empty where it was not run.
enum MechanismColumns {
  static func all() -> [TableColumn] {
    verdict() + shares() + tissues() + arms() + [missing()] + next() + [guards()]
  }

  private static let model = "Rheostat, model of the manifest"

  private static func verdict() -> [TableColumn] {
    [
      .code(
        "phenotype", "Phenotype of insulin resistance",
        coding: "sensitive; suppressed; overactivated; mixed; indeterminate",
        formula: "the class with the highest probability if it reaches 0.7 and 0.5 in each variant, else indeterminate",
        source: model
      ) { block, row in result(block, row)?.verdict.name ?? "" },
      .text("reason_code", "Why, as a code", source: model) { block, row in result(block, row)?.reasonCode ?? "" },
      .text("reason", "Why, as a sentence", source: model) { block, row in result(block, row)?.reason ?? "" },
    ]
  }

  private static func shares() -> [TableColumn] {
    PhenotypeClass.allCases.map { value in
      .number(
        "p_" + value.name, "Probability of " + value.name, unit: "1", formula: "share of the draws", source: model
      ) { block, row in result(block, row)?.probabilities.at(value.rawValue) ?? .nan }
    } + [
      .number("mcse_max", "Largest Monte-Carlo standard error of the probabilities", unit: "1", source: model) {
        result($0, $1)?.monteCarloErrorMax ?? .nan
      },
      TableColumn(name: "n_draws", label: "Draws used", type: "integer", source: model) { block, row in
        result(block, row).map { .integer($0.draws) } ?? .missing
      },
      TableColumn(
        name: "n_draws_failed", label: "Draws left out, no certified solution", type: "integer", source: model
      ) { block, row in result(block, row).map { .integer($0.failedDraws) } ?? .missing },
    ]
  }

  private static func tissues() -> [TableColumn] {
    let index = "index = -ln(insulin response / reference response) at the probe; positive is resistant"
    let activity = "log2(mTORC1 / reference) in the habitual state"
    var columns: [TableColumn] = []
    for tissue in Tissue.allCases {
      let name = "ir_" + tissue.name
      let label = "IR index of " + tissue.name
      columns += summary(name, label, index) { result($0, $1)?.insulinResistance.at(tissue.rawValue) }
      columns.append(
        .number(name + "_mean", label + ", mean", unit: "1", formula: index, source: model) {
          result($0, $1)?.insulinResistance.at(tissue.rawValue)?.mean ?? .nan
        })
    }
    for tissue in Tissue.allCases {
      columns += summary("mtorc1_" + tissue.name, "mTORC1 of " + tissue.name, activity) {
        result($0, $1)?.mtorc1.at(tissue.rawValue)
      }
    }
    for tissue in Tissue.allCases {
      columns += summary(
        "mtorc1_probe_" + tissue.name, "mTORC1 of \(tissue.name) in the computed clamp",
        "log2(mTORC1 / reference) at the probe; it does not decide"
      ) { result($0, $1)?.probeMTORC1.at(tissue.rawValue) }
    }
    return columns
  }

  private static func summary(
    _ name: String, _ label: String, _ formula: String,
    _ value: @escaping @Sendable (ScoredBlock, Int) -> DrawSummary?
  ) -> [TableColumn] {
    [
      .number(name, label + ", median", unit: "1", formula: formula, source: model) { value($0, $1)?.median ?? .nan },
      .number(name + "_lo", label + ", 5th centile", unit: "1", formula: formula, source: model) {
        value($0, $1)?.low ?? .nan
      },
      .number(name + "_hi", label + ", 95th centile", unit: "1", formula: formula, source: model) {
        value($0, $1)?.high ?? .nan
      },
    ]
  }

  private static func arms() -> [TableColumn] {
    Tissue.allCases.flatMap { tissue in
      Arm.allCases.map { arm -> TableColumn in
        .number(
          "arm_" + arm.name + "_" + tissue.name, "Arm \(arm.name) of \(tissue.name), mean", unit: "1",
          formula: "Shapley value; the four arms sum to ir_\(tissue.name)_mean", source: model
        ) { result($0, $1)?.arms.at(tissue.rawValue)?.at(arm.rawValue) ?? .nan }
      }
    }
  }

  private static func missing() -> TableColumn {
    .text("labs_missing", "Labs of the mechanism that were not measured", coding: "names separated by ;") {
      block, row in
      result(block, row)?.labsMissing.map(\.name).joined(separator: ";") ?? ""
    }
  }

  /// The missing lab whose measurement would tell most of the class, where one would.
  private static func next() -> [TableColumn] {
    [
      .text(
        "next_lab", "Missing lab that would tell most", source: model,
        coding: "name of a lab; empty where none is missing, or none would tell more of the class"
      ) { block, row in
        guard let first = result(block, row)?.gains.first, first.settles > 0 else { return "" }
        return first.analyte.name
      },
      .number(
        "next_lab_gain", "Most that measuring it would raise the share of draws foretold", unit: "1",
        formula: "from the draws, grouped by what the lab could be", source: model
      ) { result($0, $1)?.gains.first?.settles ?? .nan },
    ]
  }

  private static func guards() -> TableColumn {
    .text("guards", "Guards that forced indeterminate", source: model, coding: "codes separated by ;") { block, row in
      result(block, row)?.guards.joined(separator: ";") ?? ""
    }
  }

  private static func result(_ block: ScoredBlock, _ row: Int) -> PhenotypeResult? { block.phenotypes.at(row) ?? nil }
}

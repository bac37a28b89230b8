import Domain

/// The columns of `patients.csv`, in their order.
enum PatientsColumns {
  /// All of them for a catalogue. No name occurs twice.
  static func all(catalogue: Catalogue, showing options: TableOptions) -> [TableColumn] {
    var columns = identity(options) + covariates() + LabColumns.all(catalogue: catalogue)
    columns += indices(catalogue) + syndromes(catalogue) + MechanismColumns.all()
    return columns + kept(catalogue, taken: columns.map(\.name) + ["patient_id", "visit_date"])
  }

  private static func identity(_ options: TableOptions) -> [TableColumn] {
    let cap = options.ageCap
    return [
      .text("patient_key", "Study number") { block, row in block.panel.visits[row].patientKey },
      TableColumn(
        name: "visit", label: "Number of the visit", type: "integer", coding: "1 is the baseline"
      ) { block, row in .integer(block.panel.visits[row].ordinal) },
      TableColumn(name: "day", label: "Days since the baseline visit", type: "integer", unit: "d") { block, row in
        block.panel.visits[row].day.map { .integer($0) } ?? .missing
      },
      TableColumn(
        name: "age", label: "Age at the visit", type: "number", unit: "years",
        coding: cap == nil
          ? "" : "ages above \(NumberText.shortest(AgeCap.highest)) are \(NumberText.shortest(AgeCap.shown))"
      ) { block, row in
        let age = block.panel.age[row]
        guard age.isFinite else { return .missing }
        if let cap, age > cap { return .number(cap + 1) }
        return .number(age)
      },
    ]
  }

  private static func covariates() -> [TableColumn] {
    Covariate.allCases.map { covariate in
      let codes = covariate.codes
      return .code(
        covariate.rawValue, covariate.label, coding: codes.dropFirst().joined(separator: "; ")
      ) { block, row in codes.at(Int(block.panel[covariate, row])) ?? "" }
    }
  }

  /// One column an index: the KDIGO stages first; those that carry a lab on (`egfr`, `bmi`) stand among the labs.
  static func indices(_ catalogue: Catalogue) -> [TableColumn] {
    let first = ["ckd_g", "ckd_a"]
    let places = catalogue.indices.indices.filter { Analyte(name: catalogue.indices[$0].id) == nil }
    let ordered =
      first.compactMap { id in places.first { catalogue.indices[$0].id == id } }
      + places.filter { !first.contains(catalogue.indices[$0].id) }
    return ordered.map { place in
      let definition = catalogue.indices[place]
      let unit = Wording.unit(definition.unit)
      guard !definition.levels.isEmpty else {
        return .number(
          definition.id, definition.name, unit: unit, formula: definition.formula, source: definition.source
        ) { block, row in block.indices.at(place)?.at(row)?.value ?? .nan }
      }
      return .code(
        definition.id, definition.name, coding: definition.levels.joined(separator: "; "),
        formula: definition.formula, source: definition.source
      ) { block, row in
        block.indices.at(place)?.at(row).flatMap { definition.level(of: $0) } ?? ""
      }
    }
  }

  static func syndromes(_ catalogue: Catalogue) -> [TableColumn] {
    catalogue.syndromes.enumerated().flatMap { place, definition -> [TableColumn] in
      let coding = "present; absent; undetermined"
      return [
        .code(
          definition.id, definition.name, coding: coding,
          formula: definition.rule + "; a drug whose use is unknown leaves its criterion unknown",
          source: definition.source
        ) { block, row in block.syndromes.at(place)?.at(row)?.strict.name ?? "" },
        .code(
          definition.id + "_measured", definition.name + ", measured only", coding: coding,
          formula: definition.rule + "; drug clauses ignored", source: definition.source
        ) { block, row in block.syndromes.at(place)?.at(row)?.measured.name ?? "" },
      ]
    }
  }

  /// Kept columns under the name that the mapping gives; `kept_` before it where Rheostat has a column of that name.
  private static func kept(_ catalogue: Catalogue, taken: [String]) -> [TableColumn] {
    // Some readers of tables do not tell large letters from small ones.
    var names = Set(taken.map { $0.lowercased() })
    return catalogue.kept.enumerated().map { place, wanted in
      var name = wanted
      var attempt = 1
      while !names.insert(name.lowercased()).inserted {
        let suffix = attempt == 1 ? "" : "_\(attempt)"
        name = String(("kept_" + wanted).prefix(32 - suffix.count)) + suffix
        attempt += 1
      }
      return .text(name, "Kept column " + wanted, source: "the input, by its mapping") { block, row in
        block.kept.at(row)?.at(place) ?? ""
      }
    }
  }
}

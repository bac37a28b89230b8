import Domain
import Engine
@testable import Mechanism

/// The population model beside the published relations that it was made from, and others.
struct PopulationPage {
  let study: Study

  func bytes() throws -> [UInt8] {
    let table = try Folder.table("Validation/population_relations.csv")
    var page = MarkdownPage()
    page.heading(1, "Population model")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. Missing labs are drawn from a multivariate normal law of their logarithms, whose means move with sex, age, GFR, dialysis and diabetes ([population.csv](../../Sources/Mechanism/Model/population.csv), [population_correlation.csv](../../Sources/Mechanism/Model/population_correlation.csv)). Here each published finding stands beside what the model has in its place. Most findings went into the model, so that agreement proves little; where sources disagree the model stands between them. Effects of dialysis are over those with whom the source compared: healthy people, the other modality, or conservative care (taken at GFR 10)."
    )
    for (effect, words) in [
      ("sigma", "Spread between people: standard deviation of ln"),
      ("sigma_lean", "The same in lean healthy people"), ("female", "Women against men: ln ratio"),
      ("per_decade", "Ten years of age: change of ln"), ("diabetes", "Type 2 diabetes: ln ratio"),
      ("gfr_deficit", "GFR 15 against 60 and above: ln ratio"), ("haemodialysis", "Haemodialysis: ln ratio"),
      ("peritoneal", "Peritoneal dialysis: ln ratio"), ("correlation", "Correlations of ln values"),
    ] {
      let rows = table.rows.indices.filter { table.value($0, "effect") == effect }
      guard !rows.isEmpty else { continue }
      page.heading(2, "\(words)")
      page.table(
        ["variable", "published", "in the model", "people", "printed", "source", "how known"],
        rows.map { row in
          func cell(_ column: String) -> String { table.value(row, column) }
          let second = cell("second")
          return [
            "\(second.isEmpty ? cell("variable") : cell("variable") + ", " + second)",
            "\(Figures.fixed(Double(cell("value")) ?? .nan))",
            "\(Figures.fixed(model(effect, cell("variable"), second, against: cell("against"))))",
            "\(cell("population"))", "\(cell("printed"))", "\(cell("citation"))", "\(cell("provenance"))",
          ]
        })
    }
    return page.bytes
  }

  private func model(_ effect: String, _ first: String, _ second: String, against: String) -> Double {
    let variables = PopulationVariable.allCases
    guard let variable = variables.first(where: { $0.analyte.name == first }) else { return .nan }
    let population = study.scorer.population
    func at(
      sex: Sex = .male, age: Double = 45, gfr: Double = 100, dialysis: Dialysis = .none, diabetes: Bool = false
    ) -> (mean: Double, sigma: Double) {
      population.distribution(variable, sex: sex, age: age, gfr: gfr, dialysis: dialysis, diabetes: diabetes)
    }
    switch effect {
    case "sigma": return at().sigma
    case "sigma_lean":
      let r = population.correlation[variable.rawValue][PopulationVariable.bmi.rawValue]
      return at().sigma * (1 - r * r).squareRoot()
    case "female": return at(sex: .female).mean - at().mean
    case "per_decade": return at(age: 55).mean - at().mean
    case "diabetes": return at(diabetes: true).mean - at().mean
    case "gfr_deficit": return at(gfr: 15).mean - at().mean
    case "haemodialysis", "peritoneal":
      let own = at(dialysis: effect == "peritoneal" ? .peritoneal : .haemodialysis).mean
      switch against {
      case "haemodialysis": return own - at(dialysis: .haemodialysis).mean
      case "peritoneal": return own - at(dialysis: .peritoneal).mean
      // Conservative care: filtration nearly gone, not yet on dialysis.
      case "conservative": return own - at(gfr: 10).mean
      default: return own - at().mean
      }
    default:
      guard let other = variables.first(where: { $0.analyte.name == second }) else { return .nan }
      return population.correlation[variable.rawValue][other.rawValue]
    }
  }
}

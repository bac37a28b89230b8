import Domain
import Foundation

/// The fibrosis index of four factors (Sterling 2006, doi 10.1002/hep.21178).
public enum FIB4: Index {
  public static let definition = IndexDefinition(
    id: "fib4", name: "FIB-4", formula: "age x AST [U/L] / (platelets [10^9/L] x sqrt(ALT [U/L]))", unit: "1",
    inputs: [InputSet(.ast), InputSet(.alt), InputSet(.platelets), .age],
    validity: "Adults; of little use below 35 years, where it is flagged.",
    cutoff: "Below 1.45 advanced fibrosis is unlikely, above 3.25 likely (Sterling 2006); 1.3 and 2.67 in"
      + " fatty liver, 2.0 for the lower from 65 years.",
    caveat: "Aminotransferases are low on haemodialysis, so that the index reads low.",
    source: "Sterling RK et al. Hepatology 2006;43:1317-1325, doi 10.1002/hep.21178")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.ast, .alt, .platelets]
    var missing = Applicability.missing(inputs, visit)
    if visit.age == nil { missing.insert(.age) }
    guard missing.isEmpty, let ast = visit.value(.ast), let alt = visit.value(.alt),
      let platelets = visit.value(.platelets), let age = visit.age
    else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), age > 0, ast > 0, alt > 0, platelets > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      age * ast / (platelets * alt.squareRoot()), caveat: Applicability.censoring(inputs, visit), validated: age >= 35)
  }
}

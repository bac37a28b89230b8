import Domain
import Mechanism
import Testing

@testable import calibrate

@Suite struct PriorFileTests {
  private let file: DataFile
  private let priors: PriorTable
  init() throws {
    file = try ProjectFile.table("Calibration/Model/parameters.csv")
    priors = try PriorFile.priors(file)
  }

  @Test func everyCalibratedParameterHasItsPriorAndSource() {
    var seen = 0
    for row in file.rows.indices where ["lognormal", "logitnormal"].contains(file.value(row, "role")) {
      seen += 1
      let id = file.value(row, "id")
      #expect((Double(file.value(row, "median")) ?? 0) > 0, "\(id)")
      #expect((Double(file.value(row, "sigma")) ?? 0) > 0, "\(id)")
      #expect(!file.value(row, "source").isEmpty, "\(id)")
    }
    #expect(seen > 0)
    #expect(priors.count >= seen)
  }

  /// The ensemble was drawn from these priors: the same parameters in the same order.
  @Test func theEnsembleHasTheirColumns() throws {
    let ensemble = ParameterEnsemble.shipped
    #expect(ensemble.parameters == priors.entries.map(\.name))
    for (number, set) in ensemble.sets.enumerated() {
      for (value, entry) in zip(set, priors.entries) {
        switch entry.prior {
        case .lognormal: #expect(value > 0 && value.isFinite, "\(entry.name) of set \(number)")
        case .logitnormal: #expect(value > 0 && value < 1, "\(entry.name) of set \(number)")
        }
      }
    }
  }

  @Test func theModelHasThemAll() throws {
    #expect(throws: Never.self) { _ = try ExperimentModel.shipped(parameters: priors.entries.map(\.name)) }
  }

  /// Each parameter is moved with its tissue or with plasma, once, and once with everything.
  @Test func blocksHoldEveryParameter() throws {
    let blocks = PriorFile.blocks(priors)
    #expect(blocks.map(\.name) == ["adipose", "muscle", "liver", "plasma", "all"])
    #expect(blocks.dropLast().flatMap(\.coordinates).sorted() == Array(priors.entries.indices))
    #expect(blocks.last?.coordinates == Array(priors.entries.indices))
    for (block, suffix) in zip(blocks, ["_a", "_m", "_l"]) {
      #expect(block.coordinates.allSatisfy { priors.entries[$0].name.hasSuffix(suffix) })
    }
  }

  @Test(arguments: ["K_x,,lognormal,,0.3", "K_x,,lognormal,1,", "K_x,,logitnormal,half,0.3"])
  func aPriorWithoutItsFiguresIsRefused(row: String) {
    let text = "id,tissues,role,median,sigma\nK_y,,input,1,\n\(row)\n"
    let file = Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) }
    let fault = #expect(throws: Fault.self) { _ = try PriorFile.priors(file) }
    #expect(fault?.description.contains("row 3") == true)
  }

  @Test func aRowOfTissuesIsAParameterOfEach() throws {
    let text = "id,tissues,role,median,sigma\nK_x,ml,lognormal,2,0.3\nk,,logitnormal,0.5,1\nfixed,,fixed,1,\n"
    let priors = try PriorFile.priors(Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) })
    #expect(
      priors.entries == [
        .init(name: "K_x_m", prior: .lognormal(median: 2, sigma: 0.3)),
        .init(name: "K_x_l", prior: .lognormal(median: 2, sigma: 0.3)),
        .init(name: "k", prior: .logitnormal(median: 0.5, sigma: 1)),
      ])
  }
}

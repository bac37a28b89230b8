import Domain
import Foundation
import Testing

@testable import Pipeline

@Suite struct HashingTests {
  /// FIPS 180-2, appendix B: the SHA-256 of "abc".
  @Test func sha256() throws {
    #expect(
      Hashing.hexadecimal(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data("abc".utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(try Hashing.ofFile(path.path) == Hashing.hexadecimal(Data("abc".utf8)))
  }

  @Test func randomKeysNameSeedPatientAndVisit() {
    let key = Hashing.randomKey(seed: 1, identifier: "A", visit: "1")
    #expect(key == Hashing.randomKey(seed: 1, identifier: "A", visit: "1"))
    #expect(key != Hashing.randomKey(seed: 2, identifier: "A", visit: "1"))
    #expect(key != Hashing.randomKey(seed: 1, identifier: "A1", visit: ""), "the parts do not run together")
    #expect(key != Hashing.randomKey(seed: 1, identifier: "A", visit: "2"))
  }

  @Test func aPanelHashSeesEveryInput() {
    let visit = VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: 7)
    let empty = PanelBlock(visits: [visit])
    var panels = [empty]
    var aged = empty
    aged.age[0] = 50
    panels.append(aged)
    for analyte in Analyte.allCases {
      var panel = empty
      panel[analyte, 0].status = .measured
      panel[analyte, 0].value = 5
      panels.append(panel)
      panel[analyte, 0].status = .belowLimit
      panels.append(panel)
    }
    for covariate in Covariate.allCases {
      var panel = empty
      panel[covariate, 0] = 1
      panels.append(panel)
    }
    let hash = PanelHash(settings: "s")
    #expect(Set(panels.map { hash($0, row: 0) }).count == panels.count)
    var reseeded = empty
    reseeded.visits[0].randomKey = 8
    #expect(hash(reseeded, row: 0) != hash(empty, row: 0))
    let seedless = PanelHash(settings: "s", usesRandomNumbers: false)
    #expect(seedless(reseeded, row: 0) == seedless(empty, row: 0), "another seed does not change an index")
    #expect(hash(empty, row: 0) != PanelHash(settings: "t")(empty, row: 0))
  }

  /// Everything that changes results of the mechanism does so of its hash; the number of threads does not.
  @Test func theHashOfTheMechanismSeesModelEnsembleAndSettings() {
    let panel = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: 7)])
    func hash(model: String = "m", ensemble: String = "e", seed: UInt64 = 1, draws: Int = 8, threads: Int = 1)
      -> UInt128
    {
      PanelHash(
        mechanism: MechanismVersion(model: model, ensemble: ensemble),
        RunSettings(seed: seed, draws: draws, threads: threads))(panel, row: 0)
    }
    let all = [
      hash(), hash(model: "n"), hash(ensemble: "f"), hash(model: "e", ensemble: "m"), hash(seed: 2), hash(draws: 9),
    ]
    #expect(Set(all).count == all.count)
    #expect(hash(threads: 2) == hash())
  }
}

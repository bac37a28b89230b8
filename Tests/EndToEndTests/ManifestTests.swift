import Crypto
import Foundation
import Testing

@Suite struct ManifestTests {
  private let space: Workspace
  init() throws { space = try Workspace() }

  /// Model and ensemble are named by hashes that anybody can take of the files in the repository: the SHA-256 of each
  /// file behind its length, eight bytes, the lowest first.
  @Test func modelAndEnsembleAreNamed() throws {
    let cohort = try space.write("cohort.csv", "patient_id,glucose (mmol/L)\nA,6\n")
    #expect(try Tool.run(["run", cohort, "--out", space.file("out"), "--draws", "2"]).code == 0)
    let text = try space.text("out/manifest.json")
    let manifest = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    func hash(_ files: [String]) throws -> String {
      var hasher = SHA256()
      for file in files {
        let data = try Data(contentsOf: Tool.package.appending(path: "Sources/Mechanism/Model/\(file)"))
        hasher.update(data: (0..<8).map { UInt8(truncatingIfNeeded: data.count >> (8 * $0)) })
        hasher.update(data: data)
      }
      return hasher.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    #expect(
      try manifest["model_sha256"] as? String
        == hash([
          "mtorc1.xml", "reference_person.csv", "laboratory_error.csv", "population.csv", "population_correlation.csv",
          "mapping.csv",
        ]))
    #expect(try manifest["ensemble_sha256"] as? String == hash(["ensemble.csv", "ensemble_reference.csv"]))
  }
}

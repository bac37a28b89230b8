import Crypto
import Domain
import Foundation
import Store

/// SHA-256 in the forms that the pipeline needs.
enum Hashing {
  /// Of some bytes, in hexadecimal.
  static func hexadecimal(_ bytes: some DataProtocol) -> String { text(SHA256.hash(data: bytes)) }

  /// Of a file's content, read in pieces.
  static func ofFile(_ path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw RheostatError(
        .inputOutput, "The file cannot be read.", advice: "Check its permissions.", location: path)
    }
    defer { try? file.close() }
    var hasher = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hasher.update(data: piece) }
    return text(hasher.finalize())
  }

  static func text(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var characters: [UInt8] = []
    for byte in digest {
      characters.append(digits[Int(byte >> 4)])
      characters.append(digits[Int(byte & 15)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The key of a visit's random stream: who and when, never how many others there are or in what order.
  static func randomKey(seed: UInt64, identifier: String, visit: String) -> UInt64 {
    var hasher = SHA256()
    hasher.update(data: Data("rheostat random stream\0\(seed)\0".utf8))
    hasher.update(data: Data(identifier.utf8))
    hasher.update(data: Data([0]))
    hasher.update(data: Data(visit.utf8))
    return hasher.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Hashes what a stage works on: the panel of one visit and everything that could change the answer.
struct PanelHash {
  private let prefix: [UInt8]
  private let usesRandomNumbers: Bool

  /// - Parameters:
  ///   - settings: all that changes results: version, seed, draws, hashes of model and ensemble.
  ///   - usesRandomNumbers: false for a stage that draws none, which another seed does not change.
  init(settings: String, usesRandomNumbers: Bool = true) {
    prefix = Array(settings.utf8)
    self.usesRandomNumbers = usesRandomNumbers
  }

  /// For the mechanism stage: another model, ensemble, seed or number of draws makes every visit's result anew.
  init(mechanism: MechanismVersion, _ settings: RunSettings) {
    self.init(
      settings:
        "mechanism 2 \(RheostatVersion.current) \(settings.seed) \(settings.draws)\(settings.stopsEarly ? "" : " all") \(mechanism.model) "
        + mechanism.ensemble + settings.kits.words.map { " " + $0 }.joined())
  }

  /// The first 16 bytes of the SHA-256 of one visit's inputs.
  func callAsFunction(_ panel: PanelBlock, row: Int) -> StageHash {
    let equation = panel.egfrEquation[row].utf8
    let room =
      prefix.count + 8 * 2 + Analyte.count * (3 + 8 * 2) + 1 + Covariate.count + equation.count
    return ByteWriter.with(room: room) { bytes in
      bytes.append(contentsOf: prefix)
      if usesRandomNumbers { bytes.append(panel.visits[row].randomKey) }
      bytes.append(panel.age[row])
      for (ordinal, lab) in panel.labs(row: row).enumerated() where lab.status != .missing {
        bytes.append(UInt8(ordinal))
        bytes.append(lab.status.rawValue)
        bytes.append(lab.unit)
        bytes.append(lab.value)
        bytes.append(lab.reported)
      }
      bytes.append(UInt8(255))
      for covariate in Covariate.allCases { bytes.append(panel[covariate, row]) }
      bytes.append(contentsOf: equation)
      var hasher = SHA256()
      hasher.update(bufferPointer: bytes.bytes)
      return hasher.finalize().prefix(16).reduce(0) { $0 << 8 | StageHash($1) }
    }
  }
}

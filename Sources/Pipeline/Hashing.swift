import Crypto
import Domain
import Foundation

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
        "mechanism \(RheostatVersion.current) \(settings.seed) \(settings.draws)\(settings.stopsEarly ? "" : " all") \(mechanism.model) "
        + mechanism.ensemble + settings.kits.words.map { " " + $0 }.joined())
  }

  /// The first 16 bytes of the SHA-256 of one visit's inputs.
  func callAsFunction(_ panel: PanelBlock, row: Int) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: prefix)
    var bytes: [UInt8] = []
    func append(_ value: Double) { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    if usesRandomNumbers {
      withUnsafeBytes(of: panel.visits[row].randomKey.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(panel.age[row])
    for analyte in Analyte.allCases {
      let lab = panel[analyte, row]
      guard lab.status != .missing else { continue }
      bytes.append(analyte.rawValue)
      bytes.append(lab.status.rawValue)
      bytes.append(lab.unit)
      append(lab.value)
      append(lab.reported)
    }
    bytes.append(255)
    for covariate in Covariate.allCases { bytes.append(panel[covariate, row]) }
    bytes.append(contentsOf: panel.egfrEquation[row].utf8)
    hasher.update(data: bytes)
    return Array(hasher.finalize().prefix(16))
  }
}

import Foundation
import Testing

@testable import Engine

/// Damaged SBML documents end in a model or in an EngineError, never in a crash or a hang; what is read is compiled, and
/// what compiles is solved. Case N is the same in every run; RHEOSTAT_FUZZ says how many.
struct DocumentFuzzTests {
  private static let asked = Int(ProcessInfo.processInfo.environment["RHEOSTAT_FUZZ"] ?? "")

  @Test("Damaged documents are read or refused")
  func damaged() throws {
    let count = Self.asked ?? 500
    let seeds = try Self.seeds()
    var outcomes: [EngineError.Code: Int] = [:]
    var read = 0
    var compiled = 0
    for number in 0..<count {
      var random = Random(seed: UInt64(number))
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0...random.below(2) { Self.damage(&bytes, &random) }
      do throws(EngineError) {
        let model = try Model(sbml: bytes, name: "damaged")
        read += 1
        let program = try SteadyStateProgram(model: model, inputs: [])
        compiled += 1
        _ = program.solve([[]])
      } catch {
        outcomes[error.code, default: 0] += 1
        #expect(!error.message.isEmpty && error.line ?? 1 > 0, "case \(number): \(error)")
      }
    }
    // All ways must have been gone, or the damage is too light or too heavy to show anything.
    #expect(read > count / 40 && compiled > count / 50, "\(read) read, \(compiled) compiled")
    #expect(outcomes[.invalidSBML, default: 0] > count / 10 && outcomes[.unreadable, default: 0] > 0, "\(outcomes)")
    if Self.asked != nil {
      print("fuzz: \(count) SBML documents, \(read) read, \(compiled) of them compiled and solved, the others refused")
    }
  }

  /// Hand-written documents of all levels that are read, and one with many of the parts that are refused.
  private static func seeds() throws -> [[UInt8]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let names =
      ["three-tissues.xml"]
      + [
        "l2v4-defaults", "l2v4-stoichiometry-math", "l2v4-types-and-units",
        "l2v5-amounts", "l3v1-amounts",
      ].map { "levels/\($0).xml" }
    var result = try names.map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
    var text = ModelText()
    text.species = [("X", 1), ("Y", 2)]
    text.parameters = [("p", 1), ("q", 2), ("r", 3)]
    text.functions = [("f", ["a", "b"], "a * b + exp(a)"), ("g", ["a"], "f(a, a) / (1 + a)")]
    text.assignments = [("p", "g(q) + r")]
    text.rateRules = [("r", "1 - r * X")]
    text.initialAssignments = [("q", "2 + f(1, 2)")]
    text.reactions = [
      ("in", [], ["X"], "p"), ("on", ["X"], ["Y"], "q * X / (1 + X ^ 2)"), ("out", ["Y"], [], "tanh(Y)"),
    ]
    result += Array(repeating: Array(text.xml.utf8), count: 4)
    return result
  }

  private static let structure = [
    "<", ">", "/>", "</", "\"", "=", "&", "&lt;", "&#0;", "]]>", "<!--", "-->", "<![CDATA[", "<?x ", "<!DOCTYPE x>",
    " id=\"X\"", " constant=\"true\"", "<apply>", "</apply>", "<ci>X</ci>", "<cn>1e999</cn>",
    "<cn type=\"rational\">1<sep/>0</cn>",
    "<piecewise>", "<lambda>", "<math>", "<plus/>", "<notanumber/>", "NaN", "INF", "-1", "1e308", "\u{0}", "\u{FEFF}",
    "level=\"1\"", "version=\"9\"", "<notes>", "<annotation>", "xmlns=\"comp\"", "<algebraicRule/>", "<event/>",
  ]

  private static func damage(_ bytes: inout [UInt8], _ random: inout Random) {
    let place = random.below(bytes.count + 1)
    let length = min([1, 3, 20, 100, 400][random.below(5)], bytes.count - place)
    switch random.below(9) {
    case 0: if place < bytes.count { bytes[place] ^= UInt8(1 << random.below(8)) }
    case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
    case 2: bytes.removeSubrange((bytes.count - length / 2)...)
    case 3: bytes.removeSubrange(place..<place + length)
    case 4: bytes.insert(contentsOf: structure[random.below(structure.count)].utf8, at: place)
    case 5:
      let span = Array(bytes[place..<place + length])
      bytes.insert(contentsOf: (0..<random.below(30)).flatMap { _ in span }, at: place)
    default: exchange(&bytes, &random)
    }
  }

  /// Puts one tag or text in the place of another, so that the document often stays well-formed.
  private static func exchange(_ bytes: inout [UInt8], _ random: inout Random) {
    let isText = random.below(2) == 0
    var spans: [Range<Int>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() {
      // Text is between > and <, or between quotes; a tag is from < to >.
      let ends = isText ? [UInt8(ascii: "<"), UInt8(ascii: "\"")] : [UInt8(ascii: ">")]
      if ends.contains(byte), place > start { spans.append(start..<(isText ? place : place + 1)) }
      if byte == UInt8(ascii: isText ? ">" : "<") { start = isText ? place + 1 : place }
      if isText, byte == UInt8(ascii: "\"") { start = place + 1 }
    }
    guard spans.count > 1 else { return }
    let content = Array(bytes[spans[random.below(spans.count)]])
    bytes.replaceSubrange(spans[random.below(spans.count)], with: content)
  }
}

/// A stream of numbers from a seed (SplitMix64, doi:10.1145/2660193.2660195).
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

import CLanes
import Foundation
import Testing

@testable import Engine

/// Every instruction set gives the bits of one number at a time, which is compiled for the smallest set only.
struct InstructionSetTests {
  @Test("Kernels and program agree on the memory they share")
  func layout() {
    #expect(MemoryLayout<LaneStatus>.stride == Int(lanes_status_size()))
    #expect(InstructionSet.available.first == .baseline)
  }

  /// Operands at which roundings, signs and limits differ: random numbers of all sizes and the exceptional ones.
  private static let operands: [Double] = {
    var seed: UInt64 = 11
    func random() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed ^ seed >> 29
    }
    let special: [Double] = [
      0, -0.0, 1, -1, 2, 0.5, 3, -3, 10, 710, -750, 800, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude,
    ]
    let ordinary = (0..<600).map { _ in (Double(random() >> 11) * 0x1p-53 - 0.2) * 20 }
    return special + ordinary + (0..<200).map { _ in Double(bitPattern: random()) }
  }()

  @Test("Each operation has the same bits in every lane of every set", arguments: InstructionSet.available)
  func operations(set: InstructionSet) {
    let all = (UInt8(0)...UInt8.max).compactMap(Operation.init(rawValue:)).filter { $0.operandCount > 0 }
    #expect(all.count > 20)
    let workspace = SteadyStateWorkspace(registerCount: 4, largestBlock: 1, constants: [])
    for operation in all {
      let tape = Tape(instructions: [Instruction(operation: operation, target: 3, a: 0, b: 1, c: 2)], outputs: [])
      for first in stride(from: 0, to: Self.operands.count, by: Lanes.scalarCount) {
        let values = (0..<3).map { operand in
          (0..<Lanes.scalarCount).map { Self.operands[(first + $0 + operand * 257) % Self.operands.count] }
        }
        for operand in 0..<3 { workspace.registers[operand * LaneGroup.vectors] = Lanes(values[operand]) }
        tape.run(workspace.registers, vectors: 1, on: set)
        let result = workspace.registers[3 * LaneGroup.vectors]
        for lane in 0..<Lanes.scalarCount {
          let (a, b, c) = (values[0][lane], values[1][lane], values[2][lane])
          let expected = operation.apply(a, b, c)
          // Which not-a-number it is has no meaning and is not promised.
          let isSame = result[lane].bitPattern == expected.bitPattern || (result[lane].isNaN && expected.isNaN)
          #expect(isSame, "\(operation) of \(a), \(b), \(c)")
        }
      }
    }
  }

  @Test("Two operations at once have the bits of one after the other", arguments: InstructionSet.available)
  func pairs(set: InstructionSet) {
    let seconds: [Engine.Operation] = [.add, .multiply, .subtract, .divide]
    let workspace = SteadyStateWorkspace(registerCount: 4, largestBlock: 1, constants: [])
    var codes: Set<UInt8> = []
    for first in OperationPair.firsts {
      for (second, isSecondOperand) in seconds.flatMap({ [($0, false), ($0, true)] }) {
        let pair = OperationPair(first: first, second: second, isSecondOperand: isSecondOperand)
        #expect(pair.code != lanes_other, "\(pair)")
        codes.insert(pair.code.rawValue)
        let tape = Tape(instructions: [Instruction(pair: pair, target: 3, a: 0, b: 1, c: 2)], outputs: [])
        for start in stride(from: 0, to: Self.operands.count, by: Lanes.scalarCount) {
          let values = (0..<3).map { operand in
            (0..<Lanes.scalarCount).map { Self.operands[(start + $0 + operand * 257) % Self.operands.count] }
          }
          for operand in 0..<3 { workspace.registers[operand * LaneGroup.vectors] = Lanes(values[operand]) }
          tape.run(workspace.registers, vectors: 1, on: set)
          let result = workspace.registers[3 * LaneGroup.vectors]
          for lane in 0..<Lanes.scalarCount {
            let c = values[2][lane]
            let r = first.apply(values[0][lane], values[1][lane], 0)
            let expected = isSecondOperand ? second.apply(c, r, 0) : second.apply(r, c, 0)
            let isSame =
              result[lane].bitPattern == expected.bitPattern || (result[lane].isNaN && expected.isNaN)
            #expect(isSame, "\(pair) of \(values[0][lane]), \(values[1][lane]), \(c)")
          }
        }
      }
    }
    // Sums and products are the same from either side.
    #expect(codes.count == OperationPair.firsts.count * 6)
  }

  @Test(
    "An operand that is the same in all cases is read once, with the same bits", arguments: InstructionSet.available)
  func constants(set: InstructionSet) {
    let operations: [Engine.Operation] = [.add, .subtract, .multiply, .divide]
    var plain = operations.map { Instruction(operation: $0, target: 3, a: 0, b: 1, c: 2) }
    for (first, second) in OperationPair.firsts.flatMap({ first in operations.map { (first, $0) } }) {
      for isSecondOperand in [false, true] {
        let pair = OperationPair(first: first, second: second, isSecondOperand: isSecondOperand)
        plain.append(Instruction(pair: pair, target: 3, a: 0, b: 1, c: 2))
      }
    }
    let vectors = LaneGroup.vectors
    let workspace = SteadyStateWorkspace(registerCount: 4, largestBlock: 1, constants: [])
    func result(_ instruction: Instruction) -> [UInt64] {
      Tape(instructions: [instruction], outputs: []).run(workspace.registers, vectors: vectors, on: set)
      return (0..<vectors * Lanes.scalarCount).map { item in
        workspace.registers[3 * vectors + item / Lanes.scalarCount][item % Lanes.scalarCount].bitPattern
      }
    }
    for (index, instruction) in plain.enumerated() {
      for (first, last) in [(true, false), (false, true), (true, true)] {
        let lastOperand = index < operations.count ? 1 : 2
        if first && last && lastOperand == 1 { continue }  // a constant itself
        for operand in 0..<3 {
          let isSame = (first && operand == 0) || (last && operand == lastOperand)
          for item in 0..<vectors * Lanes.scalarCount {
            // Finite and not zero, so that no result is not-a-number.
            let value = 1 + Self.operands[20 + (isSame ? 0 : item) + operand * 150].magnitude
            workspace.registers[operand * vectors + item / Lanes.scalarCount][item % Lanes.scalarCount] = value
          }
        }
        var marked = instruction
        marked.mark(first: first, last: last)
        #expect(marked.code != instruction.code)
        #expect(result(marked) == result(instruction), "\(instruction.code), \(first), \(last)")
      }
    }
  }

  @Test("Solutions have the same bytes on every set, in blocks of 1, 8 and 256, on 1 and 2 threads")
  func solutions() async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let text = [UInt8](try Data(contentsOf: folder.appendingPathComponent("three-tissues.xml")))
    let program = try SteadyStateProgram(
      model: Model(sbml: text, name: "three-tissues"), inputs: ["insulin", "amino", "ffa", "tnf"])
    let rows = (0..<256).map { item -> [Double] in
      let t = Double(item)
      return [5 + t * 3, 0.1 + t / 90, 0.05 + t / 200, (t * 7).truncatingRemainder(dividingBy: 5)]
    }
    let known = program.bytes(rows, block: 256, on: .baseline)
    for set in InstructionSet.available {
      for block in [1, 8, 256] { #expect(program.bytes(rows, block: block, on: set) == known, "\(set), \(block)") }
      let halves = await withTaskGroup(of: (Int, [UInt64]).self) { group in
        for half in 0..<2 {
          group.addTask { (half, program.bytes(Array(rows[half * 128..<half * 128 + 128]), block: 128, on: set)) }
        }
        return await group.reduce(into: [[], []]) { $0[$1.0] = $1.1 }
      }
      #expect(halves[0] + halves[1] == known, "two threads, \(set)")
    }
  }
}

extension SteadyStateProgram {
  /// States and certificates as bits, case by case, solved in blocks.
  fileprivate func bytes(_ rows: [[Double]], block: Int, on set: InstructionSet) -> [UInt64] {
    var result: [UInt64] = []
    var workspace = makeWorkspace(instructionSet: set)
    for first in stride(from: 0, to: rows.count, by: block) {
      let part = rows[first..<min(first + block, rows.count)]
      let columns = inputs.indices.flatMap { input in part.map { $0[input] } }
      var states = [Double](repeating: 0, count: outputs.count * part.count)
      let blank = Certificate(status: .notFinite, residual: .nan, minimum: .nan, iterations: 0)
      var certificates = [Certificate](repeating: blank, count: part.count)
      columns.withUnsafeBufferPointer { columns in
        states.withUnsafeMutableBufferPointer { states in
          certificates.withUnsafeMutableBufferPointer { certificates in
            solve(
              count: part.count, inputs: columns, states: states, certificates: certificates, eigenvalues: true,
              workspace: &workspace)
          }
        }
      }
      for item in 0..<part.count {
        result += outputs.indices.map { states[$0 * part.count + item].bitPattern }
        let certificate = certificates[item]
        result += [certificate.residual, certificate.minimum, certificate.largestRealPart ?? .nan].map(\.bitPattern)
        result += [UInt64(certificate.status.rawValue), UInt64(certificate.iterations)]
      }
    }
    return result
  }
}

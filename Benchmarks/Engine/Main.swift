import Dispatch
import Engine
import Foundation

/// What Benchmarks/engine.py measures Engine with; each mode prints one line of JSON, or a table of states.
@main
struct EngineBenchmark {
  static let usage = """
    engine-benchmark load MODEL
    engine-benchmark states MODEL INPUTS.csv
    engine-benchmark rate MODEL INPUTS.csv SET EIGENVALUES PASSES
    engine-benchmark scale MODEL INPUTS.csv CASES THREADS
    engine-benchmark courses MODEL END TOLERANCE PASSES
    SET: baseline, avx2, avx512; EIGENVALUES: 0, 1; PASSES over the table, of which the median counts
    """

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let mode = arguments.first else {
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(64)
    }
    let values = Array(arguments.dropFirst())
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: values[0])))
    switch (mode, values.count) {
    case ("load", 1): try load(bytes)
    case ("states", 2): try states(bytes, InputTable(path: values[1]))
    case ("rate", 5):
      guard let set = InstructionSet(rawValue: values[2]), InstructionSet.available.contains(set) else { exit(69) }
      try rate(bytes, InputTable(path: values[1]), set, eigenvalues: values[3] == "1", passes: Int(values[4]) ?? 7)
    case ("scale", 4):
      guard let cases = Int(values[2]), let threads = Int(values[3]) else { exit(64) }
      try scale(bytes, InputTable(path: values[1]), cases: cases, threads: threads)
    case ("courses", 4):
      guard let end = Double(values[1]), let tolerance = Double(values[2]), let passes = Int(values[3]) else {
        exit(64)
      }
      try courses(bytes, end: end, tolerance: tolerance, passes: passes)
    default:
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(64)
    }
  }

  /// Milliseconds of reading, which includes libSBML's validation, and of compiling.
  static func load(_ bytes: [UInt8]) throws {
    let start = processorTime()
    let model = try Model(sbml: bytes, name: "model")
    let middle = processorTime()
    let program = try SteadyStateProgram(model: model, inputs: [])
    let end = processorTime()
    print(
      #"{"read_ms": \#((middle - start) * 1e3), "compile_ms": \#((end - middle) * 1e3), "#
        + #""unknowns": \#(program.states.count)}"#)
  }

  /// Every output of every case, for comparison.
  static func states(_ bytes: [UInt8], _ table: InputTable) throws {
    let program = try SteadyStateProgram(model: Model(sbml: bytes, name: "model"), inputs: table.names)
    let batch = program.solve(cases: table.rows)
    print((["status", "iterations"] + program.outputs).joined(separator: ","))
    for (item, certificate) in batch.certificates.enumerated() {
      let cells = ["\(certificate.status)", "\(certificate.iterations)"] + batch.values(item).map { "\($0)" }
      print(cells.joined(separator: ","))
    }
  }

  /// Processor time of solving the table, the median of several passes.
  static func rate(
    _ bytes: [UInt8], _ table: InputTable, _ set: InstructionSet, eigenvalues: Bool, passes: Int
  ) throws {
    let program = try SteadyStateProgram(model: Model(sbml: bytes, name: "model"), inputs: table.names)
    var solver = BlockSolver(program, table.blocks(of: BlockSolver.cases), set, eigenvalues: eigenvalues)
    _ = solver.solve(block: 0)
    solver.forget()
    var seconds: [Double] = []
    for _ in 0..<passes {
      let start = processorTime()
      for block in 0..<solver.blockCount { _ = solver.solve(block: block) }
      seconds.append(processorTime() - start)
    }
    let cases = solver.blockCount * BlockSolver.cases
    print(
      #"{"cases": \#(cases), "seconds": \#(seconds.sorted()[passes / 2]), "certified": \#(solver.certified / passes), "#
        + #""iterations": \#(Double(solver.iterations) / Double(solver.solved))}"#)
  }

  /// Wall-clock time and peak memory of many cases, the table over and over, and a checksum of one state of each case.
  static func scale(_ bytes: [UInt8], _ table: InputTable, cases: Int, threads: Int) throws {
    let program = try SteadyStateProgram(model: Model(sbml: bytes, name: "model"), inputs: table.names)
    let blocks = cases / BlockSolver.cases
    let inputs = table.blocks(of: BlockSolver.cases)
    let start = DispatchTime.now().uptimeNanoseconds
    let processorStart = processorTime()
    let total = Checksum()
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var solver = BlockSolver(program, inputs, .best, eigenvalues: false)
      var sum: UInt64 = 0
      for block in stride(from: thread, to: blocks, by: threads) {
        sum &+= solver.solve(block: block % solver.blockCount) &* UInt64(2 * block + 1)
      }
      total.add(sum)
    }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    let processor = processorTime() - processorStart
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.filter(\.isNumber) ?? "0"
    print(
      #"{"cases": \#(blocks * BlockSolver.cases), "seconds": \#(seconds), "processor_seconds": \#(processor), "peak_kib": \#(peak), "checksum": \#(total.value)}"#
    )
  }

  /// Seconds of one course alone, and of each of 64, with the values of every species at all points.
  static func courses(_ bytes: [UInt8], end: Double, tolerance: Double, passes: Int) throws {
    let timing = try CourseTiming(Model(sbml: bytes, name: "model"), end: end, tolerance: tolerance)
    let alone = timing.measure(count: 1, passes: passes)
    let together = timing.measure(count: 64, passes: max(passes / 8, 1))
    print(
      #"{"alone": \#(alone.seconds), "together": \#(together.seconds / 64), "steps": \#(alone.steps), "#
        + #""values": \#(alone.values)}"#)
  }

  /// Seconds that this process has had of a processor.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// A sum that threads add to.
final class Checksum: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var value: UInt64 = 0

  func add(_ part: UInt64) { lock.withLock { value &+= part } }
}

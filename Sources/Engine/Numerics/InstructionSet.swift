import CLanes

/// The processor's instructions that solving uses. All give the same bytes; they differ in speed alone.
public enum InstructionSet: String, Sendable, CaseIterable {
  /// What every processor of this architecture has: on x86-64, SSE2 with two doubles a register.
  case baseline
  /// Four doubles a register.
  case avx2
  /// Eight doubles a register (AVX-512 F, DQ and VL).
  case avx512

  /// The sets that this processor and operating system can run, smallest first.
  public static let available: [InstructionSet] = allCases.filter { $0.kernels.rawValue <= lanes_best_set().rawValue }

  /// The largest of them.
  public static let best: InstructionSet = available.last ?? .baseline

  var kernels: lanes_set {
    switch self {
    case .baseline: lanes_baseline
    case .avx2: lanes_avx2
    case .avx512: lanes_avx512
    }
  }
}

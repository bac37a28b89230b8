import Testing

@testable import Engine

struct EigenvaluesTests {
  /// In one lane, with other matrices in the lanes beside it, on every instruction set: always the same bits.
  func largestRealPart(_ rows: [[Double]]) -> Double? {
    let count = rows.count
    var results: Set<UInt64> = []
    var value = Double.nan
    for set in InstructionSet.available {
      for neighbours in [0.0, 1, -3] {
        let workspace = SteadyStateWorkspace(registerCount: 1, largestBlock: count, constants: [])
        for row in 0..<count {
          for column in 0..<count {
            var lanes = Lanes(repeating: rows[column][row] * neighbours)
            lanes[0] = neighbours * Double((row + 2 * column) % 5)
            lanes[3] = rows[row][column]
            workspace.matrix[row * count + column] = lanes
          }
        }
        value = Eigenvalues.largestRealParts(workspace.matrix, count: count, on: set)[3]
        results.insert(value.bitPattern)
      }
    }
    #expect(results.count == 1)
    return value.isNaN ? nil : value
  }

  /// Size, shift of the formula below, largest real part of the matrix, and of the matrix with rows of very different
  /// sizes, by numpy 2.4.6 (`numpy.linalg.eigvals`, LAPACK's dgeev).
  static let lapack: [(Int, Int, Double, Double)] = [
    (2, 0, -5.0, -0.02009132843271555),
    (2, 5, 5.0, 3.0073009633844507),
    (3, 0, 4.171541695565118e-16, 2.981537281981045),
    (3, 5, 8.888194417315589, 2993.328518975585),
    (5, 0, 7.041036510750184e-16, 725.2452966040927),
    (5, 5, 12.344278825103292, 2857.9177762338886),
    (8, 0, 9.01973532651919, 335.84438960508874),
    (8, 5, 11.580522916425023, 2893.9857487880554),
    (12, 0, 16.54924773414581, 1345.213397651226),
    (12, 5, 13.950011555218984, 9928.84829415863),
    (20, 0, 29.69850440155303, 2870.081468385344),
    (20, 5, 23.687669275426007, 8813.012217957366),
    (40, 0, 54.088071131445105, 7655.418892248843),
    (40, 5, 43.113276681331335, 10881.42797006515),
  ]

  @Test(arguments: lapack) func agreesWithLAPACK(size: Int, shift: Int, plain: Double, scaled: Double) throws {
    let rows = (0..<size).map { i in (0..<size).map { j in Double((17 * i + 31 * j + 7 * i * j + shift) % 23 - 11) } }
    let powers = [1e-3, 1, 1e3, 1e-1, 1e2, 1e-2, 1e1]
    let scaledRows = rows.enumerated().map { i, row in row.map { $0 * powers[i % 7] } }
    let bound = rows.flatMap { $0 }.map(abs).max() ?? 1
    let first = try #require(largestRealPart(rows))
    let second = try #require(largestRealPart(scaledRows))
    #expect(abs(first - plain) <= 1e-11 * bound, "\(first) \(plain)")
    #expect(abs(second - scaled) <= 1e-9 * max(abs(scaled), 1), "\(second) \(scaled)")
  }

  @Test func rootsOfUnity() throws {
    // A cyclic permutation: the QR iteration stands still without an exceptional shift. Its eigenvalues are the roots
    // of unity, the largest real part is 1.
    for size in [3, 4, 7, 16] {
      let rows = (0..<size).map { i in (0..<size).map { j in j == (i + 1) % size ? 1.0 : 0 } }
      let value = try #require(largestRealPart(rows))
      #expect(abs(value - 1) < 1e-12)
    }
  }

  @Test func knownSpectra() throws {
    // Companion matrix of (x + 1)(x + 2)(x + 3)(x^2 - x + 10): roots -1, -2, -3 and (1 +- i sqrt(39)) / 2.
    let companion: [[Double]] = [
      [-5, -15, -55, -104, -60], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0],
    ]
    let value = try #require(largestRealPart(companion))
    #expect(abs(value - 0.5) < 1e-12)
    #expect(largestRealPart([[0, 1], [0, 0]]) == 0)
    #expect(largestRealPart([[0, 1], [-1, 0]]) == 0)
    #expect(largestRealPart([[-3]]) == -3)
    #expect(largestRealPart([[-1, 5, 2], [0, -2, 8], [0, 0, -0.25]]) == -0.25)
    #expect(largestRealPart([[1, .nan], [0, 1]]) == nil)
  }
}

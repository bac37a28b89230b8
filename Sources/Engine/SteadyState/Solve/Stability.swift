extension SteadyStateProgram {
  /// Writes the largest real part of the Jacobian's eigenvalues into the certificates of solved cases.
  ///
  /// The Jacobian is block triangular in the order in which the blocks are solved, so its eigenvalues are those of the
  /// blocks on its diagonal. To be called while the registers hold the final states.
  func addEigenvalues(
    first: Int, size: Int, vectors: Int, certificates: UnsafeMutableBufferPointer<Certificate>,
    _ workspace: borrowing SteadyStateWorkspace
  ) {
    let matrix = workspace.matrix
    for item in 0..<size where certificates[first + item].isSolution {
      certificates[first + item].largestRealPart = -.infinity
    }
    for block in solvableBlocks {
      let count = block.unknowns.count
      block.prelude.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      block.jacobian.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      for vector in 0..<vectors {
        for index in 0..<(count * count) { matrix[index] = .zero }
        for (position, entry) in block.entries.enumerated() {
          let register = Int(block.jacobian.outputs[2 * count + position])
          matrix[entry.row * count + entry.column] = workspace.registers[register * LaneGroup.vectors + vector]
        }
        let parts = Eigenvalues.largestRealParts(matrix, count: count, on: workspace.instructionSet)
        for lane in 0..<min(Lanes.scalarCount, size - vector * Lanes.scalarCount) {
          let item = first + vector * Lanes.scalarCount + lane
          guard let known = certificates[item].largestRealPart else { continue }
          certificates[item].largestRealPart = parts[lane].isNaN ? nil : max(known, parts[lane])
        }
      }
    }
  }
}

extension SteadyStateProgram {
  /// Writes the largest real part of the Jacobian's eigenvalues into the certificates of solved cases.
  ///
  /// The Jacobian is block triangular in the order in which the blocks are solved, so its eigenvalues are those of the
  /// blocks on its diagonal. To be called while the registers hold the final states.
  func addEigenvalues(
    first: Int, size: Int, vectors: Int, certificates: UnsafeMutableBufferPointer<Certificate>,
    _ workspace: borrowing SteadyStateWorkspace
  ) {
    let registers = UnsafeMutableRawPointer(workspace.registers).assumingMemoryBound(to: Double.self)
    // The dense solver's matrix has room for the largest block in every lane; one lane's worth is enough here.
    let matrix = UnsafeMutableRawPointer(workspace.matrix).assumingMemoryBound(to: Double.self)
    for item in 0..<size where certificates[first + item].isSolution {
      certificates[first + item].largestRealPart = -.infinity
    }
    for block in solvableBlocks {
      let count = block.unknowns.count
      block.prelude.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      block.jacobian.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      for item in 0..<size {
        guard let known = certificates[first + item].largestRealPart else { continue }
        for index in 0..<(count * count) { matrix[index] = 0 }
        for (position, entry) in block.entries.enumerated() {
          let register = Int(block.jacobian.outputs[2 * count + position])
          matrix[entry.row * count + entry.column] = registers[register * LaneGroup.cases + item]
        }
        certificates[first + item].largestRealPart =
          Eigenvalues.largestRealPart(matrix, count: count).map { max(known, $0) }
      }
    }
  }
}

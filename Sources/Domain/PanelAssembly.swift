extension PanelBlock {
  /// Puts an accepted value into its place; a later one of the same analyte stands for an earlier.
  public mutating func set(_ result: LabResult, row: Int) {
    self[result.analyte, row] = LabValue(
      value: result.value, reported: result.reported, unit: UInt8(result.unitIndex), status: result.status)
  }

  /// Puts an accepted attribute into its place. Kept columns have none here.
  public mutating func set(_ attribute: AttributeValue, row: Int) {
    switch attribute {
    case .covariate(let covariate, let code): self[covariate, row] = code
    case .age(let years): age[row] = years
    case .egfrEquation(let equation): egfrEquation[row] = equation
    case .kept: break
    }
  }
}

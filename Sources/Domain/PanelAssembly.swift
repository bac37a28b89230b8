extension PanelBlock {
  /// Puts an accepted value into its place; a later one of the same analyte stands for an earlier.
  public mutating func set(_ result: LabResult, row: Int) {
    let place = result.analyte.ordinal
    labs[place].values[row] = result.value
    labs[place].reported[row] = result.reported
    labs[place].units[row] = UInt8(result.unitIndex)
    labs[place].status[row] = result.status.rawValue
  }

  /// Puts an accepted attribute into its place. Kept columns have none here.
  public mutating func set(_ attribute: AttributeValue, row: Int) {
    switch attribute {
    case .covariate(let covariate, let code): covariates[covariate.ordinal][row] = code
    case .age(let years): age[row] = years
    case .egfrEquation(let equation): egfrEquation[row] = equation
    case .kept: break
    }
  }
}

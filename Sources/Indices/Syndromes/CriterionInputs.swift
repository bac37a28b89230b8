import Domain

/// What criteria ask for: the covariates beside their values, since these decide how a value counts.
extension InputSet {
  static let waist: InputSet = [InputSet(.waist), InputSet(.sex)]
  static let waistByPopulation = waist.union(InputSet(.ethnicity))
  static let bodyMass: InputSet = [InputSet(.bmi), InputSet(.height), InputSet(.weight)]
  static let triglyceride: InputSet = [InputSet(.triglyceride), InputSet(.fasting)]
  static let hdl: InputSet = [InputSet(.hdl), InputSet(.sex)]
  static let lipidDrug = InputSet(.drugLipid)
  static let pressure: InputSet = [
    InputSet(.sbp), InputSet(.dbp), InputSet(.drugBloodPressure), InputSet(.hypertension),
  ]
  static let glucose: InputSet = [InputSet(.glucose), InputSet(.fasting)]
  static let glucoseDrugs: InputSet = [
    InputSet(.drugGlucose), InputSet(.drugMetformin), InputSet(.drugGlitazone), InputSet(.drugInsulin),
  ]
  static let diabetes = InputSet(.diabetes)
  static let glucoseAfterLoad = InputSet(.glucose2h)
}

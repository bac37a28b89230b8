import Domain

// The kidney failure risk equations: one index a number of variables, region and horizon; the equation is in
// Support/KFREquation.swift.

/// 4 variables, 2 years, North America.
public enum KFRE4NorthAmerica2: Index {
  public static let definition = KFREquation.four.definition("kfre4_2y_na", northAmerica: true, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.four.risk(visit, northAmerica: true, horizon: 0)
  }
}

/// 4 variables, 5 years, North America.
public enum KFRE4NorthAmerica5: Index {
  public static let definition = KFREquation.four.definition("kfre4_5y_na", northAmerica: true, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.four.risk(visit, northAmerica: true, horizon: 1)
  }
}

/// 4 variables, 2 years, elsewhere.
public enum KFRE4Elsewhere2: Index {
  public static let definition = KFREquation.four.definition("kfre4_2y_other", northAmerica: false, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.four.risk(visit, northAmerica: false, horizon: 0)
  }
}

/// 4 variables, 5 years, elsewhere.
public enum KFRE4Elsewhere5: Index {
  public static let definition = KFREquation.four.definition("kfre4_5y_other", northAmerica: false, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.four.risk(visit, northAmerica: false, horizon: 1)
  }
}

/// 6 variables, 2 years, North America.
public enum KFRE6NorthAmerica2: Index {
  public static let definition = KFREquation.six.definition("kfre6_2y_na", northAmerica: true, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.six.risk(visit, northAmerica: true, horizon: 0)
  }
}

/// 6 variables, 5 years, North America.
public enum KFRE6NorthAmerica5: Index {
  public static let definition = KFREquation.six.definition("kfre6_5y_na", northAmerica: true, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.six.risk(visit, northAmerica: true, horizon: 1)
  }
}

/// 6 variables, 2 years, elsewhere.
public enum KFRE6Elsewhere2: Index {
  public static let definition = KFREquation.six.definition("kfre6_2y_other", northAmerica: false, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.six.risk(visit, northAmerica: false, horizon: 0)
  }
}

/// 6 variables, 5 years, elsewhere.
public enum KFRE6Elsewhere5: Index {
  public static let definition = KFREquation.six.definition("kfre6_5y_other", northAmerica: false, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.six.risk(visit, northAmerica: false, horizon: 1)
  }
}

/// 8 variables, 2 years, North America.
public enum KFRE8NorthAmerica2: Index {
  public static let definition = KFREquation.eight.definition("kfre8_2y_na", northAmerica: true, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.eight.risk(visit, northAmerica: true, horizon: 0)
  }
}

/// 8 variables, 5 years, North America.
public enum KFRE8NorthAmerica5: Index {
  public static let definition = KFREquation.eight.definition("kfre8_5y_na", northAmerica: true, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.eight.risk(visit, northAmerica: true, horizon: 1)
  }
}

/// 8 variables, 2 years, elsewhere.
public enum KFRE8Elsewhere2: Index {
  public static let definition = KFREquation.eight.definition("kfre8_2y_other", northAmerica: false, horizon: 0)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.eight.risk(visit, northAmerica: false, horizon: 0)
  }
}

/// 8 variables, 5 years, elsewhere.
public enum KFRE8Elsewhere5: Index {
  public static let definition = KFREquation.eight.definition("kfre8_5y_other", northAmerica: false, horizon: 1)
  public static func compute(_ visit: IndexVisit) -> IndexValue {
    KFREquation.eight.risk(visit, northAmerica: false, horizon: 1)
  }
}

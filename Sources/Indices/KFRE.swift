import Domain

// The kidney failure risk equations: one index a number of variables, region and horizon; the equation is in
// Support/KFREquation.swift.

/// 4 variables, 2 years, North America.
public enum KFRE4NorthAmerica2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.four, .northAmerica2) }
  public static let definition = KFREquation.definition("kfre4_2y_na", .four, .northAmerica2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 4 variables, 5 years, North America.
public enum KFRE4NorthAmerica5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.four, .northAmerica5) }
  public static let definition = KFREquation.definition("kfre4_5y_na", .four, .northAmerica5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 4 variables, 2 years, elsewhere.
public enum KFRE4Elsewhere2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.four, .elsewhere2) }
  public static let definition = KFREquation.definition("kfre4_2y_other", .four, .elsewhere2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 4 variables, 5 years, elsewhere.
public enum KFRE4Elsewhere5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.four, .elsewhere5) }
  public static let definition = KFREquation.definition("kfre4_5y_other", .four, .elsewhere5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 6 variables, 2 years, North America.
public enum KFRE6NorthAmerica2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.six, .northAmerica2) }
  public static let definition = KFREquation.definition("kfre6_2y_na", .six, .northAmerica2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 6 variables, 5 years, North America.
public enum KFRE6NorthAmerica5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.six, .northAmerica5) }
  public static let definition = KFREquation.definition("kfre6_5y_na", .six, .northAmerica5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 6 variables, 2 years, elsewhere.
public enum KFRE6Elsewhere2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.six, .elsewhere2) }
  public static let definition = KFREquation.definition("kfre6_2y_other", .six, .elsewhere2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 6 variables, 5 years, elsewhere.
public enum KFRE6Elsewhere5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.six, .elsewhere5) }
  public static let definition = KFREquation.definition("kfre6_5y_other", .six, .elsewhere5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 8 variables, 2 years, North America.
public enum KFRE8NorthAmerica2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.eight, .northAmerica2) }
  public static let definition = KFREquation.definition("kfre8_2y_na", .eight, .northAmerica2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 8 variables, 5 years, North America.
public enum KFRE8NorthAmerica5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.eight, .northAmerica5) }
  public static let definition = KFREquation.definition("kfre8_5y_na", .eight, .northAmerica5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 8 variables, 2 years, elsewhere.
public enum KFRE8Elsewhere2: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.eight, .elsewhere2) }
  public static let definition = KFREquation.definition("kfre8_2y_other", .eight, .elsewhere2)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

/// 8 variables, 5 years, elsewhere.
public enum KFRE8Elsewhere5: Index, FamilyIndex {
  static var place: Int { FamilyPlaces.kidneyFailure(.eight, .elsewhere5) }
  public static let definition = KFREquation.definition("kfre8_5y_other", .eight, .elsewhere5)
  public static func compute(_ visit: IndexVisit) -> IndexValue { visit.family(place) }
}

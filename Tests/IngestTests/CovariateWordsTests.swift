import Domain
import Testing

@testable import Ingest

@Suite struct CovariateWordsTests {
  @Test(arguments: [
    (Covariate.sex, "F", "female"), (.sex, "Female", "female"), (.sex, "woman", "female"), (.sex, "M", "male"),
    (.fasting, "Y", "yes"), (.fasting, "FALSE", "no"), (.hypertension, "true", "yes"),
    (.dialysis, "HD", "haemodialysis"), (.dialysis, "Hemodialysis", "haemodialysis"), (.dialysis, "CAPD", "peritoneal"),
    (.dialysis, "APD", "peritoneal"), (.dialysis, "none", "none"), (.diabetes, "T2D", "type2"),
    (.diabetes, "Type 2", "type2"), (.diabetes, "T1D", "type1"), (.diabetes, "no", "none"),
    (.diabetes, "yes", "unspecified"), (.ethnicity, "South Asian", "south_asian"), (.sex, "unknown", ""),
  ])
  func words(covariate: Covariate, word: String, meaning: String) {
    let code = CovariateWords.code(of: word, for: covariate)
    #expect(code.map { covariate.codes[Int($0)] } == meaning)
  }

  /// What a number means only a mapping can say; "yes" tells no kind of dialysis.
  @Test(arguments: [
    (Covariate.sex, "1"), (.sex, "2"), (.fasting, "1"), (.fasting, "0"), (.diabetes, "2"), (.dialysis, "yes"),
    (.sex, "x"), (.ethnicity, "white"),
  ])
  func notUnderstood(covariate: Covariate, word: String) {
    #expect(CovariateWords.code(of: word, for: covariate) == nil)
  }
}

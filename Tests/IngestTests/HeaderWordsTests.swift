import Domain
import Testing

@testable import Ingest

@Suite struct HeaderWordsTests {
  /// Codes from the LOINC table (2345-7 glucose, 2160-0 creatinine, 33914-3 eGFR) and all of the dictionary's.
  @Test func checkDigits() {
    for code in ["2345-7", "2160-0", "33914-3"] + AnalyteInfo.all.flatMap(\.loinc) {
      #expect(LOINC.hasRightCheckDigit(code) == true, "\(code)")
    }
    for code in ["2345-8", "2160-1", "33914-0", "3245-7"] {
      #expect(LOINC.hasRightCheckDigit(code) == false, "\(code)")
    }
    for text in ["glucose", "2345", "2345-", "-7", "12345678-9", "2345-77", "23 45-7", "１2-3"] {
      #expect(LOINC.hasRightCheckDigit(text) == nil, "\(text)")
    }
  }

  /// LOINC: 14749-6 glucose moles/volume, 62238-1 eGFR by CKD-EPI. CDISC controlled terminology: GFRE, FATACFR.
  @Test func wordsOfLongFiles() {
    #expect(AnalyteWord.meaning(of: "14749-6") == .analyte(.glucose))
    #expect(AnalyteWord.meaning(of: "62238-1") == .analyte(.egfr))
    #expect(AnalyteWord.meaning(of: "GFRE") == .analyte(.egfr))
    #expect(AnalyteWord.meaning(of: "fatacfr") == .analyte(.ffa))
    #expect(AnalyteWord.meaning(of: "Interleukin-6") == .analyte(.il6))
    #expect(AnalyteWord.meaning(of: "CREAT") == .analyte(.creatinine))
    #expect(AnalyteWord.meaning(of: "14749-5") == .wrongCheckDigit)
    // HbA1c as mass per volume, and IL-6 activity, are other quantities.
    #expect(AnalyteWord.meaning(of: "41995-2") == .unknown)
    #expect(AnalyteWord.meaning(of: "4655-7") == .unknown)
    #expect(AnalyteWord.meaning(of: "ALT") == .analyte(.alt))
    #expect(AnalyteWord.meaning(of: "LDH") == .unknown)
  }

  @Test func noWordMeansTwoAnalytes() {
    var first: [String: Analyte] = [:]
    for analyte in Analyte.allCases {
      for word in [analyte.name] + analyte.info.synonyms {
        let key = HeaderName.folded(word)
        #expect(first[key, default: analyte] == analyte, "\(word)")
        first[key] = analyte
        #expect(HeaderWords.common[key] == nil, "\(word)")
      }
    }
  }
}

import Testing

@testable import Domain

@Suite struct SnakeCaseTests {
  @Test(arguments: [
    ("ffa", "ffa"), ("il6", "il6"), ("fedFFARatio", "fed_ffa_ratio"), ("igf1Fall", "igf1_fall"),
    ("vitaminDDeficit", "vitamin_d_deficit"), ("healthyBMILow", "healthy_bmi_low"),
    ("haemodialysisKtV", "haemodialysis_kt_v"),
    ("diabetesPrevalenceCKD", "diabetes_prevalence_ckd"), ("variantB", "variant_b"), ("", ""),
  ]) func namesOfCodeAsTablesWriteThem(name: String, written: String) { #expect(name.inSnakeCase == written) }
}

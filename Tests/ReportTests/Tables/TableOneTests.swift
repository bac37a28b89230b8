import Testing

@testable import Report

/// Motor Trend's 32 cars (Henderson and Velleman 1981, doi 10.2307/2530428; R's `mtcars`): miles per gallon and gearbox
/// by number of cylinders. Expected: numpy 2.4.6 (`mean`, `std(ddof=1)`, `quantile`), the same as `summary(mtcars)`.
@Suite struct TableOneTests {
  private static let table: TableOne = {
    var table = TableOne(
      by: TableVariable(id: "cyl", label: "Cylinders"), groups: ["4", "6", "8"], groupSizes: [11, 8, 14])
    table.add(
      numeric: TableVariable(id: "mpg", label: "Miles per gallon", unit: "mi/gal"),
      values: [
        [22.8, 24.4, 22.8, 32.4, 30.4, 33.9, 21.5, 27.3, 26, 30.4, 21.4], [21, 21, 21.4, 18.1, 19.2, 17.8, 19.7],
        [18.7, 14.3, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 15.5, 15.2, 13.3, 19.2, 15.8, 15],
      ], missing: [0, 1, 0])
    table.add(
      categorical: TableVariable(id: "am", label: "Gearbox"), levels: ["automatic", "manual"],
      counts: [[3, 4, 12], [8, 3, 2]], missing: [0, 1, 0])
    return table
  }()

  @Test func cellsAreFormatted() {
    let expected = """
      variable,label,unit,level,statistic,Overall,4,6,8
      ,People,,,n,33,11,8,14
      mpg,Miles per gallon,mi/gal,,n,32,11,7,14
      mpg,Miles per gallon,mi/gal,,mean (SD),20.09 (6.03),26.66 (4.51),19.74 (1.45),15.10 (2.56)
      mpg,Miles per gallon,mi/gal,,"median (Q1, Q3)","19.20 (15.43, 22.80)","26.00 (22.80, 30.40)",\
      "19.70 (18.65, 21.00)","15.20 (14.40, 16.25)"
      mpg,Miles per gallon,mi/gal,,missing or not applicable,1,0,1,0
      am,Gearbox,,automatic,n (% of known),19 (59.4 %),3 (27.3 %),4 (57.1 %),12 (85.7 %)
      am,Gearbox,,manual,n (% of known),13 (40.6 %),8 (72.7 %),3 (42.9 %),2 (14.3 %)
      am,Gearbox,,,missing or not applicable,1,0,1,0

      """
    #expect(String(decoding: Self.table.csv(), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("Overall", "mean", 20.090625, 642.9, 32.0), ("4", "sd", 4.509827652421481, .nan, 10), ("6", "q1", 18.65, .nan, 7),
    ("8", "median", 15.2, .nan, 14), ("Overall", "q3", 22.8, .nan, 32), ("8", "sd", 2.5600480764716416, .nan, 13),
  ])
  func longRowsHoldTheNumbers(group: String, statistic: String, value: Double, numerator: Double, denominator: Double)
    throws
  {
    let rows = readCSV(Self.table.long())
    #expect(
      rows[0] == [
        "by", "group", "variable", "label", "unit", "level", "statistic", "value", "numerator", "denominator",
      ])
    let row = try #require(rows.first { $0[1] == group && $0[2] == "mpg" && $0[6] == statistic })
    let found = try #require(Double(row[7]))
    // Tables print twelve significant digits.
    #expect(abs(found - value) <= 1e-11 * abs(value))
    #expect(Double(row[9]) == denominator)
    if !numerator.isNaN { #expect(abs(try #require(Double(row[8])) - numerator) < 1e-10) }
  }

  @Test func sharesAreOfThoseKnown() throws {
    let rows = readCSV(Self.table.long())
    let row = try #require(rows.first { $0[1] == "6" && $0[5] == "manual" && $0[6] == "percent" })
    #expect(row[8...9] == ["3", "7"])
    let missing = try #require(rows.first { $0[1] == "6" && $0[2] == "am" && $0[6] == "missing" })
    #expect(missing[7...9] == ["1", "1", "8"])
  }

  @Test func pageAndMarkdownAreAsRecorded() throws {
    try expectSnapshot(Self.table.html(version: "0.1.0"), "table1.html")
    try expectSnapshot(Self.table.markdown(), "table1.md")
  }

  /// What CommonMark 0.31 (2.4, 6.2, 6.3, 6.5) and GitHub's extensions read as markup, and what they do not.
  @Test(arguments: [
    ("Age (years)", "Age (years)"), ("tnf_alpha", "tnf_alpha"), ("_x_", "\\_x\\_"), ("a_ b", "a\\_ b"),
    ("a|b", "a\\|b"), ("2 * 3", "2 \\* 3"), ("`x`", "\\`x\\`"), ("eGFR <60", "eGFR &lt;60"), (">= 5 %", ">= 5 %"),
    ("[a](b)", "\\[a](b)"), ("waist & hip", "waist & hip"), ("&lt;", "&amp;lt;"), ("a\\b", "a\\\\b"),
    ("http://x.y", "http\\://x.y"), ("Sex: male", "Sex: male"), ("a@b.c", "a\\@b.c"), ("a\nb", "a b"),
    ("mL/min/1.73 m2", "mL/min/1.73 m2"),
  ])
  func markdownEscapesOnlyMarkup(text: String, expected: String) { #expect(TableOne.escaped(text) == expected) }

  @Test func aGroupOfNobodyHasDashes() {
    var table = TableOne(by: TableVariable(id: "g", label: "Group"), groups: ["a", "b"], groupSizes: [1, 0])
    table.add(numeric: TableVariable(id: "x", label: "X"), values: [[2], []], missing: [0, 0])
    table.add(categorical: TableVariable(id: "y", label: "Y"), levels: ["l"], counts: [[1, 0]], missing: [0, 0])
    let rows = readCSV(table.csv())
    #expect(rows.first { $0[4] == "mean (SD)" }?.suffix(3) == ["2.00 (\u{2013})", "2.00 (\u{2013})", "\u{2013}"])
    #expect(rows.first { $0[3] == "l" }?.last == "0 (\u{2013})")
  }
}

import Domain
import Testing

@testable import Ingest

@Suite struct TOMLGuardTests {
  /// The parser underneath ends the process at these, so they must not reach it.
  @Test(arguments: [
    "[}x]\nrole = \"waist\"", "[ößr]", "[ (a) ]", "[[}]]", "\t[=]", "[", "[ \n", "[[\n", "[#]", "a = [}",
    "a = [ 1,\t} ]", "a = [ { }, } ]",
    "a = 2020-01-01 1", "a =", "a = [1 2]", "a = { b = 1, }", "a = { b }", "a = \"x", "a = 'x", "a = \"\\q\"",
    "a = \"\\ud800\"", "a = \"\\U00110000\"", "a = 01", "a = 0x10", "a = inf", "a = 1 b = 2", "a.b. = 1", "= 1",
    "a b = 1", "\"\"\"a\"\"\" = 1",
  ])
  func faultsThatWouldEndTheProcess(fault: String) throws {
    let error = try #require(mappingFailure("version = 1\r\n" + fault + "\n"))
    #expect(error.code == .dataUnusable)
    #expect(error.message.hasPrefix("The mapping is not TOML: "))
    #expect(error.location == "map.toml, line 2")
  }

  /// Valid by TOML 1.0.0: the specification's own examples, and brackets where they mean nothing.
  @Test(arguments: [
    "[a.\"b.c\"]", "[ j . \"ʞ\" . 'l' ]", "[[products]]", "a = [ [ 1, 2 ], [3] ]", "a = { x = 1, y = { z = [] } }",
    "a = [\n  1,\n  2, # }\n]", "# [}", "a = \"[}\"", "a = \"\\\"[}\"", "\u{FEFF}[a]\r\nb=true\r\n", "a = '\\'\n[b]",
    "a = \"\\u03B4 \\U0001F600 \\\\\"", "a = [+1, -0, 6.00, 1e-3, 6.02E+23,]", "\"\" = \"\"", "a.\"b\".c = {}", "",
  ])
  func validTextPasses(text: String) { #expect(TOMLGuard.firstFault(text) == nil) }
}

import Domain
import Testing

@testable import Ingest

@Suite struct TOMLGuardTests {
  /// The parser underneath ends the process at these, so they must not reach it.
  @Test(arguments: [
    "[}x]\nrole = \"waist\"", "[ößr]", "[ (a) ]", "[[}]]", "\t[=]", "[", "[ \n", "[[\n", "[#]", "a = [}",
    "a = [ 1,\t} ]", "a = [ { }, } ]",
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
    "a = [\n  1,\n  2, # }\n]", "# [}", "a = \"[}\"", "a = '''\n[}\n'''", "a = \"\"\"\n[}\\\"\n\"\"\"\"\n[b]",
    "a = \"\\\"[}\"", "\u{FEFF}[a]", "a = '\\'\n[b]",
  ])
  func validTextPasses(text: String) { #expect(TOMLGuard.firstFault(text) == nil) }
}

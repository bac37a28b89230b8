import Engine
import Testing

/// Documents that must not reach an XML parser, and harmless ones that look like them.
struct ByteGuardTests {
  private func code(_ bytes: [UInt8]) -> EngineError.Code? {
    do throws(EngineError) {
      _ = try Model(sbml: bytes, name: "test")
      return nil
    } catch { return error.code }
  }

  private func code(_ text: String) -> EngineError.Code? { code(Array(text.utf8)) }

  @Test("A DOCTYPE is refused with its line, before any entity is read")
  func doctype() {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE sbml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <sbml>&b;</sbml>
      """
    #expect(
      throws: EngineError(
        .unreadable, "a document type declaration is refused; remove the DOCTYPE", element: "DOCTYPE", line: 2)
    ) {
      _ = try Model(sbml: Array(text.utf8), name: "test")
    }
  }

  @Test("A DOCTYPE cannot hide in another encoding")
  func encodings() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    #expect(code(wide) == .unreadable)
    #expect(code("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE a+AD4-<a/>") == .unreadable)
    #expect(code("<?xml version='1.0' encoding = 'ebcdic-cp-us'?><a/>") == .unreadable)
  }

  @Test("Nesting, size and emptiness are bounded")
  func bounds() {
    #expect(code(String(repeating: "<a>", count: 100_000)) == .unreadable)
    #expect(code([UInt8](repeating: 0x20, count: (16 << 20) + 1)) == .unreadable)
    #expect(code("") == .unreadable)
  }

  @Test("Comments, CDATA and attribute values may say what they like")
  func harmless() throws {
    var text = ModelText()
    text.species = [("X", 0)]
    text.extra = "<!-- <!DOCTYPE a> --><!-- <a><a><a> -->"
    #expect(try Model(text).id == "test")
  }

  @Test("An exception inside the SBML library is an error")
  func exception() {
    // A package's short name as namespace makes libSBML 5.19 throw.
    #expect(code("<sbml xmlns=\"comp\" level=\"3\" version=\"2\"><model/></sbml>") == .unreadable)
  }

  @Test(
    "What is not SBML is an error, never a crash",
    arguments: ["<a", "<a/>", "plain", "<sbml", "<?xml", "&#0;", "<![CDATA["])
  func rubbish(text: String) { #expect(code(text) != nil) }
}

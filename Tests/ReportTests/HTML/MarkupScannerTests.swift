import Testing

/// The scanner that guards the pages must itself object.
@Suite struct MarkupScannerTests {
  @Test(arguments: [
    "<p>a > b</p>", "<p>a & b</p>", "<p>\"</p>", "<p><b></p>", "<p class=x></p>", "<p>\u{1}</p>", "<p>",
    "<p title=\"<\"></p>",
    "<p>&nbsp;</p>", "< p></p>",
  ])
  func objects(page: String) { #expect(!MarkupScanner(Array(page.utf8)).complaints.isEmpty) }

  @Test func countsElements() {
    let scanned = MarkupScanner(Array("<!DOCTYPE html><p class=\"a\">x<br>&lt;<script>y</script></p>".utf8))
    #expect(scanned.complaints == [])
    #expect(scanned.tags == ["p": 1, "br": 1, "script": 1])
    #expect(scanned.attributes == ["class"])
  }
}

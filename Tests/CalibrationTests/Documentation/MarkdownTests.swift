import Foundation
import Report
import Testing

@testable import calibrate

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MarkdownTests {
  /// CommonMark 0.31.2: a backslash before ASCII punctuation makes it literal (section 2.4); lists (5.2), headings
  /// (4.2, 4.3) and rules (4.1) begin only at the start of a line.
  @Test(arguments: [
    ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"), ("[a](b)", "\\[a\\](b)"),
    ("<b>&amp;", "\\<b\\>\\&amp;"),
    ("a\nb\tc", "a b c"), ("- item", "\\- item"), ("--- rule", "\\--- rule"), ("-0.79 (1)", "-0.79 (1)"),
    ("1. item", "1\\. item"), ("0.1", "0.1"), ("# x", "\\# x"), ("back\\slash", "back\\\\slash"), ("", ""),
    ("$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"), ("数 ÷", "数 ÷"),
  ])
  func textStaysText(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
    #expect(("\(text)" as Markdown).source == escaped)
  }

  @Test func markupOfThisProgramStaysMarkup() {
    let words: Markdown = "\(code: "a`|b") and \(Markdown.link("[x]", to: "C01.md")) of \(3)"
    #expect(words.source == "`a'\\|b` and [\\[x\\]](C01.md) of 3")
  }

  @Test func aTableHasACellForEachColumn() {
    var page = MarkdownPage()
    page.table(["a", "b"], [["\("x|y")", "\("line\nbreak")"]])
    #expect(page.source == "| a | b |\n| --- | --- |\n| x\\|y | line break |\n")
    page.table(["a"], [])
    #expect(page.source.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ("doi:10.1210/jc.2007-1761", "https://doi.org/10.1210/jc.2007-1761"),
    ("10.1016/S0140(05)1", "https://doi.org/10.1016/S0140%2805%291"),
    ("PMID 18029463", "https://pubmed.ncbi.nlm.nih.gov/18029463/"),
    ("PMC408433", "https://pmc.ncbi.nlm.nih.gov/articles/PMC408433/"),
  ])
  func identifiersAreLinks(identifier: String, target: String) {
    #expect(SourceLink.target(identifier) == target)
  }

  @Test(arguments: ["", "url x 10.1", "10.1/a b", "10.1/<x>", "PMID x", "PMC", "javascript:10.1/x"])
  func whatIsNoIdentifierIsNoLink(text: String) {
    #expect(SourceLink.target(text) == nil)
  }

  @Test func furtherIdentifiersStandBehindTheSource() {
    let link = SourceLink.markdown(source: "Li, 2010", resource: "doi:10.1/x; PMID 1; elsewhere")
    #expect(
      link.source == "[Li, 2010](https://doi.org/10.1/x), [PMID 1](https://pubmed.ncbi.nlm.nih.gov/1/), elsewhere")
    #expect(
      SourceLink.markdown(source: "Kim (PMC408433)", resource: "").source
        == "[Kim (PMC408433)](https://pmc.ncbi.nlm.nih.gov/articles/PMC408433/)")
  }

  /// What an XML parser reads back from a drawing is the text that was put in.
  @Test func aDrawingIsXMLWhateverItSays() {
    let words = "a<b>&\"'</text><script>x</script>"
    let bytes = DrawingFile.bytes(
      width: 10, height: 10, style: PlotStyle.css, title: words, description: words
    ) { page in
      page.label(1, 2, "soft", words)
      page.path([(x: 1, y: 2), (x: .nan, y: 3)], "a")
    }
    let reader = TextReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.elements == ["svg", "title", "desc", "style", "rect", "text", "path"])
    #expect(reader.text.components(separatedBy: words).count == 4)
  }
}

private final class TextReader: NSObject, XMLParserDelegate {
  var elements: [String] = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

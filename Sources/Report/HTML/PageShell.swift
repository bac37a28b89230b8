/// What every page has around its content: head, notice, footer. Self-contained: no script, no network, no image file.
enum PageShell {
  /// A whole page.
  /// - Parameters:
  ///   - title: the title, also of the window.
  ///   - settings: what the footer says of the program.
  ///   - header: what stands below the title.
  ///   - main: the content.
  static func page(
    title: String, version: String, header: (inout HTMLWriter) -> Void, main: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var page = HTMLWriter(capacity: 1 << 16)
    open(&page, title: title, header: header)
    main(&page)
    close(&page, version: version)
    return page.bytes
  }

  /// The page up to and with the start of its content.
  static func open(_ page: inout HTMLWriter, title: String, header: (inout HTMLWriter) -> Void) {
    page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.markup(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <meta name="viewport" content="width=device-width, initial-scale=1">

      """)
    page.element("title", text: title + " \u{2013} Rheostat")
    page.markup("\n<style>\n")
    page.markup(Stylesheet.css)
    page.markup("\n</style>\n</head>\n<body>\n")
    page.markup("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n")
    page.markup("<p class=\"notice\">Research use; not a medical device</p>\n")
    page.element("header") { page in
      page.element("h1", text: title)
      header(&page)
    }
    page.markup("\n<main id=\"main\">\n")
  }

  /// The end of the content and of the page.
  static func close(_ page: inout HTMLWriter, version: String) {
    page.markup("\n</main>\n")
    page.element("footer") { page in
      page.element(
        "p",
        text: "Research use; not a medical device. Rheostat \(version) reads laboratory values through a model; "
          + "it does not diagnose, and nothing here is advice on treatment.")
    }
    page.markup("\n</body>\n</html>\n")
  }
}

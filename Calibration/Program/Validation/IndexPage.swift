/// The list of the pages.
struct IndexPage {
  func bytes() -> [UInt8] {
    var page = MarkdownPage()
    page.heading(1, "Validation of the answers")
    page.paragraph(
      "Written by `calibrate validate`; not edited by hand. What the phenotypes are worth, as far as it can be tried. Nobody's mTORC1 was measured, and almost nobody's clamp stands beside the model's labs in what could be read: **the verdicts are not validated**."
    )
    page.list([
      Markdown.link("Profiles", to: "profiles.md") + ": fourteen kinds of person with what is expected of each",
      Markdown.link("Published groups", to: "groups.md") + ": measured insulin sensitivity of groups",
      Markdown.link("Probabilities", to: "probabilities.md") + ": Brier score and reliability with labs hidden",
      Markdown.link("The null", to: "null.md") + ": no labs, GFR alone, three questions",
      Markdown.link("Sweeps", to: "sweeps.md") + ": each lab over its range; how the verdict hangs on it",
      Markdown.link("Population model", to: "population.md") + ": what missing labs are drawn from",
      Markdown.link("NHANES", to: "nhanes.md")
        + ": the IR index beside HOMA-IR and TyG in the adults of NHANES 2017-2018",
    ])
    return page.bytes
  }
}

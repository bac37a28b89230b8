/// What is known against the reading that Rheostat offers, and what is known for it. It stands in every report.
enum Evidence {
  /// One statement with the works it rests on.
  struct Statement {
    let text: String
    let works: String
  }

  /// What the section says before its lists.
  static let introduction =
    "The split of insulin resistance (IR) into one route with too little and one with too much mTORC1 is a hypothesis. "
    + "Human data partly contradict it, and no class given here has been validated against a measurement in people."

  static let against: [Statement] = [
    Statement(
      text:
        "Fat cells of people with type 2 diabetes show a weakened, not a strengthened, feedback from mTORC1 to IRS1. "
        + "The model therefore carries the sign of this feedback as two variants and asks for both to agree.",
      works: "\u{D6}st 2010, doi 10.2119/molmed.2010.00023; Br\u{E4}nnmark 2013; Nyman 2014, "
        + "doi 10.1074/jbc.M114.608927"),
    Statement(
      text:
        "In muscle of obese people and of people with type 2 diabetes insulin activates AKT normally, although PI3K "
        + "bound to IRS1 is halved.",
      works: "Kim 1999, PMC408433"),
    Statement(
      text: "IRS1 phosphorylation at Ser1101, the site of S6K1, is not raised in muscle of people with the metabolic "
        + "syndrome.",
      works: "Stuart 2014"),
    Statement(
      text:
        "Haemodialysis patients with a BMI of 32 built muscle protein at about twice the basal rate of controls and "
        + "did not respond to a meal.",
      works: "van Vliet 2018"),
    Statement(
      text:
        "Infused IL-6, blocked TNF-alpha, vitamin D and activators of AMPK left insulin sensitivity as it was in most "
        + "studies of people, and change it in the model. An answer that rests on a high TNF-alpha or IL-6 is the least "
        + "supported.",
      works: "Steensberg 2003, doi 10.1113/jphysiol.2002.032938; Dominguez 2005 (J Vasc Res 42:517); Bach 2013, "
        + "doi 10.2337/db13-0138; Bodinham 2014, PMC3987287; against them Plomgaard 2005"),
    Statement(
      text:
        "Fasting laboratory values hardly see mTORC1: rapamycin changes nothing in basal human muscle. The model is "
        + "therefore read in a computed fed and insulin-stimulated state that nobody measured in this person.",
      works: "Krebs 2007: no effect at insulin 100 pmol/L"),
    Statement(
      text:
        "Insulin, leptin, adiponectin, TNF-alpha and IL-6 are cleared by the kidney. A raised level at low GFR is not "
        + "the same as a raised effect in tissue, and HOMA-IR overstates IR there.",
      works: "see the caveats of the indices"),
  ]

  static let inFavour: [Statement] = [
    Statement(
      text: "Infused amino acids raise S6K1 activity and serine phosphorylation of IRS1 and lower glucose disposal.",
      works: "Krebs 2002; Tremblay 2005, 2007"),
    Statement(
      text: "Under amino acids, rapamycin raises glucose uptake by 17 %.", works: "Krebs 2007"),
  ]

  static let silent: [Statement] = [
    Statement(
      text:
        "Uraemia halves glucose disposal in muscle while the liver responds normally: IR in kidney failure is not in "
        + "doubt, but this does not test mTORC1.",
      works: "DeFronzo 1981"),
    Statement(
      text:
        "Two days of starvation lower insulin sensitivity by 42 % without a change in AKT phosphorylation: this does not test mTORC1 either.",
      works: "\u{201C}Differential regulation of metabolic genes in skeletal muscle during starvation and refeeding in "
        + "humans\u{201D}; authors and year, Tsintzas 2006, from memory"),
  ]

  /// The section, with a heading of its own.
  static func write(_ page: inout HTMLWriter) {
    page.element("section", .class("against"), .literal("aria-labelledby", "against")) { page in
      page.element("h2", .literal("id", "against"), text: "What speaks against this reading")
      page.element("p", text: introduction)
      list(&page, against)
      page.element("h3", text: "What speaks for it")
      list(&page, inFavour)
      page.element("h3", text: "What is often quoted and decides nothing here")
      list(&page, silent)
    }
    page.newline()
  }

  private static func list(_ page: inout HTMLWriter, _ statements: [Statement]) {
    page.element("ul") { page in
      for statement in statements {
        page.element("li") { page in
          page.text(statement.text)
          page.text(" ")
          page.element("span", .class("small"), text: "(" + statement.works + ")")
        }
      }
    }
  }
}

"""diagram.svg: one tissue from insulin to its response, and what passes between the tissues through plasma."""
from .document import TISSUES
from .drawing import EDGE, Drawing

# Ids that each picture stands for; a tissue's end in its suffix. One that the file lacks stops the drawing.
DRAWN_IN_TISSUE = """ir irs1_y pi3k akt tsc rheb mtorc1 s6k ebp foxo1 ampk acc dag stress grb10 irs1_loss_feedback irs1_loss_stress capacity
ectopic_lipid link_upstream link_lipid link_feedback link_capacity insulin_response""".split()
DRAWN_OF_BODY = """glucose insulin ffa leptin adiponectin tnf_alpha il6 uraemic_load acidosis vitamin_d_deficit igf1_drive amino_acids
energy_supply glucose_output_l glucose_uptake_m glucose_uptake_a lipolysis_a leptin_secretion_a adiponectin_secretion_a insulin_secretion
insulin_clearance retention_leptin retention_adiponectin""".split()


def render(document):
    known = {one.id for one in document.species + document.constants + document.variables}
    wanted = {f"{base}_{suffix}" for base in DRAWN_IN_TISSUE for suffix in TISSUES} | set(DRAWN_OF_BODY)
    if wanted - known:
        raise SystemExit(f"the diagram draws what the file lacks: {', '.join(sorted(wanted - known))}")
    drawing = Drawing(700, 888, "The model of insulin and mTORC1 signalling",
                      "Above, one tissue: insulin, receptor, IRS1, PI3K and AKT, in muscle with Rac1, lead to the insulin response; AKT releases mTORC1, which acts "
                      "back through S6K, Grb10 and lost IRS1. Three links act on IRS1 and one on the response. Below, plasma, "
                      "pancreas, adipose tissue, muscle, liver and kidney.")
    tissue(drawing)
    legend(drawing, 536)
    plasma(drawing, 606)
    return drawing.finish()


def tissue(d):
    d.text(10, 22, "A tissue (adipose tissue, muscle and liver alike)", 14, "start", "bold")
    # The cascade.
    d.box("given", 8, 78, 62, 114, "insulin")
    d.box("fast", 84, 78, 146, 114, "receptor")
    d.box("fast", 174, 78, 254, 114, "IRS1-Y", "of free IRS1", size=10)
    d.box("fast", 286, 78, 352, 114, "PI3K")
    d.box("fast", 386, 78, 462, 114, "AKT-P")
    d.box("response", 548, 70, 692, 122, "insulin response", "muscle: GLUT4", "liver: less glucose output", "adipose: less lipolysis", size=10)
    for left, right in ((62, 84), (146, 174), (254, 286), (352, 386), (462, 548)):
        d.line((left, 96), (right, 96))
    d.box("fast", 376, 36, 472, 60, "Rac1 (muscle)", size=10)
    d.line((319, 78), (319, 48), (376, 48))
    d.line((472, 48), (620, 48), (620, 70))
    d.box("given", 174, 36, 254, 58, "IGF-1 (muscle)", size=10)
    d.line((214, 58), (214, 78))
    # Links.
    d.box("link", 58, 197, 158, 235, "upstream link", size=11)
    d.box("link", 166, 197, 262, 235, "lipid link", size=11)
    d.box("link", 270, 197, 368, 235, "feedback link", size=11)
    d.box("link", 562, 197, 690, 235, "capacity link", size=11)
    violet = EDGE["link"]
    d.line((108, 197), (108, 158), (190, 158), (190, 114), end="bar", colour=violet, width=1.8)
    d.line((214, 197), (214, 114), end="bar", colour=violet, width=1.8)
    d.line((319, 197), (319, 158), (238, 158), (238, 114), end="bar", colour=violet, width=1.8)
    d.line((626, 197), (626, 122), colour=violet, width=1.8)
    # Slow states of the links, and what drives these.
    d.box("slow", 58, 266, 108, 306, "IRS1", "lost", size=10)
    d.line((83, 266), (83, 235))
    d.line((83, 336), (83, 306))
    d.line((133, 336), (133, 235))
    d.box("fast", 58, 336, 158, 374, "serine kinases", size=11)
    d.box("given", 58, 404, 158, 494, "TNF-\u03b1, IL-6, leptin,", "uraemic load,", "acidosis,", "vitamin D deficit", size=10)
    d.line((108, 404), (108, 374))
    d.line((214, 336), (214, 235))
    d.box("fast", 172, 336, 250, 374, "DAG", "LCA-CoA", size=10)
    d.box("slow", 166, 404, 228, 442, "ectopic", "lipid", size=10)
    d.line((197, 404), (197, 374))
    d.box("given", 172, 468, 250, 494, "FFA")
    d.line((197, 468), (197, 442))
    d.line((240, 468), (240, 374))
    d.box("slow", 270, 266, 312, 306, "IRS1", "lost", size=10)
    d.box("slow", 326, 266, 368, 306, "Grb10", size=10)
    d.line((291, 266), (291, 235))
    d.line((347, 266), (347, 235))
    d.line((291, 336), (291, 306))
    d.line((319, 336), (319, 235))
    d.box("fast", 270, 336, 332, 374, "S6K-P")
    # mTORC1.
    d.box("fast", 386, 197, 462, 235, "TSC1/2")
    d.box("fast", 386, 266, 462, 304, "Rheb-GTP")
    d.box("fast", 386, 336, 462, 374, "mTORC1")
    d.line((424, 114), (424, 197), end="bar")
    d.line((424, 235), (424, 266), end="bar")
    d.line((424, 304), (424, 336))
    d.line((386, 362), (332, 362))
    d.line((386, 345), (347, 345), (347, 306))
    d.box("given", 486, 194, 540, 213, "AMPK", size=10)
    d.line((486, 204), (462, 204))
    d.box("given", 486, 219, 540, 238, "TNF-\u03b1", size=10)
    d.line((486, 228), (462, 228), end="bar")
    d.box("fast", 480, 136, 572, 170, "FoxO1", "to the outputs", size=10)
    d.line((448, 114), (448, 153), (480, 153), end="bar")
    d.box("slow", 562, 266, 690, 306, "capacity", "oxidative, GLUT4", size=10)
    d.line((626, 266), (626, 235))
    d.line((462, 346), (512, 346), (512, 286), (562, 286))
    d.text(518, 264, "most at a", 10, "middle")
    d.text(518, 277, "middle level", 10, "middle")
    d.box("fast", 562, 336, 690, 374, "4EBP1-P", "frees eIF4E", size=10)
    d.line((462, 364), (562, 364))
    d.line((626, 336), (626, 306), end="bar")
    d.box("fast", 270, 404, 368, 442, "AMPK-P", "ACC-P, CPT1", size=10)
    d.line((270, 423), (261, 423), (261, 355), (250, 355), end="bar")
    d.line((368, 423), (412, 423), (412, 374), end="bar")
    d.box("given", 270, 464, 368, 494, "adiponectin,", "want of energy", size=10)
    d.line((319, 464), (319, 442))
    d.box("given", 432, 404, 516, 442, "amino acids,", "glucose", size=10)
    d.line((446, 404), (446, 374))
    d.box("response", 548, 404, 692, 494, "also computed", "protein synthesis, breakdown", "and autophagy (muscle),", "SREBP1c, lipogenesis (liver),", "storage, thermogenesis,", "adipokines (adipose)", size=9.5)


def legend(d, y):
    d.line((10, y - 24), (690, y - 24), end="none", colour="#cccccc", width=1)
    x = 10
    for kind, words, width in (("fast", "minutes to hours", 92), ("slow", "slow state: days", 90), ("link", "link", 26), ("given", "input or plasma", 84)):
        d.box(kind, x, y - 10, x + 26, y + 8)
        d.text(x + 32, y + 3, words, 11, "start")
        x += 32 + width + 16
    d.line((x, y - 1), (x + 26, y - 1))
    d.text(x + 32, y + 3, "raises", 11, "start")
    d.line((x + 82, y - 1), (x + 108, y - 1), end="bar")
    d.text(x + 116, y + 3, "lowers", 11, "start")
    d.text(10, y + 27, "Adipose tissue, variant B: the feedback link is instead the want of a positive feedback of S6K. Not drawn: Grb10 and", 11, "start")
    d.text(10, y + 42, "PRAS40 against mTORC1, capacity in lipid removal, want of energy on capacity, keto acids, exercise, drugs.", 11, "start")


def plasma(d, y):
    """Each plasma species as a rail: arrows up from a tissue bring it there, arrows down take it to one."""
    d.line((10, y - 14), (690, y - 14), end="none", colour="#cccccc", width=1)
    d.text(10, y + 10, "Plasma in the experiment context (in the patient context it is held)", 13, "start", "bold")
    rails = {"glucose": "#1b6ca8", "insulin": "#222222", "FFA": "#b9670b", "leptin": "#2e7d46", "adiponectin": "#8a3f8f"}
    height = {}
    for number, (name, colour) in enumerate(rails.items()):
        height[name] = y + 40 + 24 * number
        d.text(10, height[name] + 4, name, 12, "start", "bold", colour)
        d.line((98, height[name]), (690, height[name]), end="none", colour=colour, width=2)
    top = y + 182
    boxes = [
        ("pancreas", 100, 186, ["secretes insulin"], [("glucose", "in"), ("insulin", "out"), ("leptin", "weak")]),
        ("adipose tissue", 196, 320, ["lipolysis, adipokines,", "takes up glucose"],
         [("glucose", "in"), ("insulin", "in"), ("FFA", "out"), ("leptin", "out"), ("adiponectin", "out")]),
        ("muscle", 330, 450, ["takes up glucose,", "lipid link from FFA"], [("glucose", "in"), ("insulin", "in"), ("FFA", "in"), ("leptin", "in"), ("adiponectin", "in")]),
        ("liver", 462, 582, ["puts out glucose,", "lipid link from FFA"], [("glucose", "out"), ("insulin", "in"), ("FFA", "in"), ("leptin", "in"), ("adiponectin", "in")]),
        ("kidney", 594, 690, ["clears; retained", "as GFR falls"], [("insulin", "clear"), ("leptin", "clear"), ("adiponectin", "clear")]),
    ]
    for name, left, right, lines, taps in boxes:
        d.box("fast" if name in ("adipose tissue", "muscle", "liver") else "given", left, top, right, top + 56, name, *lines, size=10)
        for place, (rail, way) in enumerate(taps):
            x = round(left + (right - left) * (place + 1) / (len(taps) + 1))
            colour = rails[rail]
            if way == "out":
                d.line((x, top), (x, height[rail]), colour=colour)
            else:
                d.line((x, height[rail]), (x, top), end="bar" if way == "weak" else "arrow", colour=colour)
                d.dot(x, height[rail], colour)
    d.text(10, top + 76, "Drawn is what passes between organs. Leptin on the pancreas is disputed and weak. Meals bring glucose;", 11, "start")
    d.text(10, top + 91, "fat mass scales FFA, leptin and adiponectin. What else clears them is not drawn.", 11, "start")

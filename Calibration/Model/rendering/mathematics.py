"""Mathematics of the file as text: SBML's infix notation without units, with the least parentheses, broken into lines."""
import libsbml

WIDTH = 104
ATOM, POWER, SIGN, PRODUCT, SUM = 5, 4, 3, 2, 1


def text_of(node, rename=lambda name: name):
    """The formula, each name put through `rename`. Values of names are checked to come out the same when it is read back."""
    text = spell(node, rename)[0]
    again = libsbml.parseL3Formula(spell(node, lambda name: name)[0])
    # A fixed value for each name: what was lost in spelling, such as a parenthesis, gives another number.
    values = {name: 0.31 + 0.17 * place for place, name in enumerate(names_of(node))}
    one, other = value_of(node, values), value_of(again, values)
    if abs(one - other) > 1e-12 * abs(one):
        raise SystemExit(f"not the same when read back: {text}")
    return text


def names_of(node):
    """Names in the order in which they occur."""
    found = [node.getName()] if node.isName() else []
    for place in range(node.getNumChildren()):
        found += names_of(node.getChild(place))
    return list(dict.fromkeys(found))


def spell(node, rename):
    """(text, how strongly it holds together)."""
    kind = node.getType()
    children = [spell(node.getChild(place), rename) for place in range(node.getNumChildren())]

    def inside(place, least):
        text, strength = children[place]
        return text if strength >= least else f"({text})"

    if node.isName():
        return rename(node.getName()), ATOM
    if node.isNumber():
        return f"{node.getValue():.12g}", ATOM
    if kind == libsbml.AST_PLUS and len(children) > 1:
        return " + ".join(inside(place, SUM) for place in range(len(children))), SUM
    if kind == libsbml.AST_MINUS and len(children) == 2:
        return f"{inside(0, SUM)} - {inside(1, PRODUCT)}", SUM
    if kind == libsbml.AST_TIMES and len(children) > 1:
        return " * ".join(inside(place, PRODUCT) for place in range(len(children))), PRODUCT
    if kind == libsbml.AST_DIVIDE:
        return f"{inside(0, PRODUCT)} / {inside(1, SIGN)}", PRODUCT
    if kind in (libsbml.AST_POWER, libsbml.AST_FUNCTION_POWER):
        return f"{inside(0, ATOM)}^{inside(1, ATOM)}", POWER
    raise SystemExit(f"the pages cannot spell {libsbml.formulaToL3String(node)}")


def value_of(node, values):
    if node.isName():
        return values[node.getName()]
    if node.isNumber():
        return node.getValue()
    children = [value_of(node.getChild(place), values) for place in range(node.getNumChildren())]
    result = children[0]
    for other in children[1:]:
        result = {libsbml.AST_PLUS: lambda a, b: a + b, libsbml.AST_MINUS: lambda a, b: a - b,
                  libsbml.AST_TIMES: lambda a, b: a * b, libsbml.AST_DIVIDE: lambda a, b: a / b,
                  libsbml.AST_POWER: lambda a, b: a**b, libsbml.AST_FUNCTION_POWER: lambda a, b: a**b}[node.getType()](result, other)
    return result


def wrapped(head, text):
    """`head` and `text`, broken before an outermost operator where a line would be too long, sums before products."""
    lines, line, start = [], head + text, len(head)
    columns = [start]  # where lines go on: below the formula, or inside the parentheses that are open
    while len(line) > WIDTH:
        best, open_columns = None, list(columns)
        for place in range(start, WIDTH):
            if line[place] == "(":
                open_columns.append(place + 1)
            elif line[place] == ")":
                open_columns.pop()
            elif line[place:place + 3] in (" + ", " - ", " * ", " / ") and place > start:
                rank = (len(open_columns), line[place + 1] in "*/", -place)
                if best is None or rank < best[0]:
                    best = (rank, list(open_columns))
        if best is None:
            break
        columns, place = best[1], -best[0][2]
        lines.append(line[:place])
        start = columns[-1]
        line = " " * start + line[place + 1:]
    return "\n".join([*lines, line]) + "\n"

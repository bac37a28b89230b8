"""equations.md: what each species gains and loses, and every assignment rule."""
from .document import TISSUES, cell, number, table
from .mathematics import names_of, text_of, wrapped

HEAD = """# Equations

Written from [mtorc1.xml](../../Sources/Mechanism/Model/mtorc1.xml) by `Calibration/Model/render_model.py`; not edited by hand.

`@` stands for the tissue: `a` (adipose), `m` (muscle), `l` (liver). So `d ir_@/dt` is three equations, for `ir_a`, `ir_m` and `ir_l`. In each differential equation the positive line is the gain and the line with the minus the loss: one reaction of the file each. Time is in minutes. What the names mean: [species](species.md), [parameters](parameters.md).
"""


def rename(suffix):
    return lambda name: name[:-1] + "@" if suffix and name.endswith("_" + suffix) else name


def grouped(elements, form):
    """[(base, {form: [element]})] in the order of the file: tissues whose form is the same stand together."""
    found = {}
    for one in elements:
        found.setdefault(one.base, {}).setdefault(form(one), []).append(one)
    return list(found.items())


def where(elements):
    return ", ".join(TISSUES[one.tissue] for one in elements)


def names(elements):
    return "; ".join(dict.fromkeys(one.base_name for one in elements))


def block(entries):
    return "```text\n" + "\n".join(entries) + "```\n"


def render(document):
    def motion(one):
        spell = rename(one.tissue)
        head = f"d {one.base}/dt = "
        if one.id in document.rates:
            return wrapped(head, text_of(document.rates[one.id]))
        return (wrapped(head, text_of(document.gains[one.id], spell))
                + wrapped(" " * (len(head) - 2) + "- ", text_of(document.losses[one.id], spell)))

    def rule(one):
        return wrapped(f"{one.base} = ", text_of(document.rules[one.id], rename(one.tissue)))

    def speed(one):
        return names_of(document.gains[one.id])[0]

    def entry(name, text):
        return f"# {name}\n{text}"

    pages = [HEAD]
    plasma = [one for one in document.species if not one.tissue]
    pages.append(f"""
## Plasma

Rate rules of the experiment context. In the patient context the {len(plasma)} species are held and these equations do not count.

""" + block(entry(one.name, motion(one)) for one in plasma))
    pages.append("\nWhat the whole body shares:\n\n"
                 + block(entry(one.name, rule(one)) for one in document.variables if one.base == one.id)
                 + "\n`insulin_a`, `insulin_m` and `insulin_l`:\n\n"
                 + block(entry(names(forms[form]), form) for _, forms in
                         grouped([one for one in document.variables if one.base == "insulin_@"], rule) for form in forms))

    states = grouped([one for one in document.species if one.tissue], motion)
    everywhere = [(base, forms) for base, forms in states if len(forms) == 1 and len(next(iter(forms.values()))) == len(TISSUES)]
    if len(everywhere) != len(states):
        raise SystemExit("a state differs between tissues: the page does not show that yet")
    pages.append(f"""
## The states of a tissue

{len(everywhere)} states, the same equations in adipose tissue, muscle and liver; only values of parameters differ, and the rules named further down.
""")
    for constant in dict.fromkeys(speed(next(iter(forms.values()))[0]) for _, forms in everywhere):
        value = next(one for one in document.constants if one.id == constant)
        chosen = [(forms, next(iter(forms.values()))[0]) for _, forms in everywhere]
        pages.append(f"\n### {value.name}: `{constant}` = {number(value.value)} {value.unit}\n\n"
                     + block(entry(one.base_name, next(iter(forms))) for forms, one in chosen if speed(one) == constant))

    rules = grouped([one for one in document.variables if one.tissue and one.base != "insulin_@"], rule)
    same = [(base, forms) for base, forms in rules if len(forms) == 1 and len(next(iter(forms.values()))) == len(TISSUES)]
    pages.append("\n## Rules of a tissue\n\nThe same in all three:\n\n"
                 + block(entry(one[0].base_name, form) for _, forms in same for form, one in forms.items()))
    pages.append("\n## Where tissues differ\n\nBy rules:\n")
    different = [(form, ones) for base, forms in rules if (base, forms) not in same for form, ones in forms.items()]
    for tissues in sorted({where(ones) for _, ones in different}, key=lambda text: [-text.count(","), list(TISSUES.values()).index(text.split(",")[0])]):
        pages.append(f"\n### {tissues[0].upper()}{tissues[1:].replace(', ', ' and ')}\n\n"
                     + block(entry(names(ones), form) for form, ones in different if where(ones) == tissues))
    held = [one for one in document.constants if one.source.startswith("by structure")]
    rows = [(ones[0], form, where(ones)) for _, forms in grouped(held, lambda one: (one.value, one.source)) for form, ones in forms.items()]
    pages.append("\n### Held at a value by structure\n\nThe equation is the same, but in these tissues the parameter is not free.\n\n"
                 + table(["parameter", "what", "tissues", "value", "why"],
                         [[f"`{one.base}`", cell(one.base_name), tissues, number(form[0]), cell(form[1].removeprefix("by structure").lstrip(": ") or "left out")]
                          for one, form, tissues in rows]))
    return "".join(pages)

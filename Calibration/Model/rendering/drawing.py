"""Boxes, arrows and text as SVG, by coordinates."""
from html import escape

FILL = {"fast": "#eef4fb", "slow": "#fdebd0", "link": "#ece4f5", "given": "#f1f1f1", "response": "#e3f3e6"}
EDGE = {"fast": "#2f5f93", "slow": "#b9670b", "link": "#6b4a99", "given": "#777777", "response": "#2e7d46"}
INK = "#222222"


class Drawing:
    def __init__(self, width, height, title, description):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
            f'aria-labelledby="title description" font-family="Helvetica, Arial, \'DejaVu Sans\', sans-serif">\n'
            f'<title id="title">{escape(title)}</title>\n<desc id="description">{escape(description)}</desc>\n'
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n']

    def text(self, x, y, words, size=11, anchor="middle", weight="normal", colour=INK):
        self.parts.append(f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">{escape(words)}</text>\n')

    def box(self, kind, left, top, right, bottom, *lines, size=11):
        """A box with lines of text in its middle; slow states have a double edge."""
        edge = EDGE[kind]
        radius = 9 if kind == "given" else 4
        self.parts.append(f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="{radius}" fill="{FILL[kind]}" stroke="{edge}" stroke-width="1.3"/>\n')
        if kind == "slow":
            self.parts.append(f'<rect x="{left + 3}" y="{top + 3}" width="{right - left - 6}" height="{bottom - top - 6}" rx="2" fill="none" stroke="{edge}" stroke-width="0.8"/>\n')
        first = (top + bottom) / 2 - (len(lines) - 1) * (size + 2) / 2 + size * 0.36
        for number, line in enumerate(lines):
            self.text(round((left + right) / 2, 1), round(first + number * (size + 2), 1), line, size, weight="bold" if number == 0 and kind != "given" else "normal")

    def line(self, *points, end="arrow", colour=INK, width=1.3):
        """A line along points, ending in an arrow (raises), a bar (lowers) or nothing."""
        (x0, y0), (x, y) = points[-2:]
        dx, dy = ((x > x0) - (x < x0), (y > y0) - (y < y0))
        if end == "bar":  # a little before the box
            x, y = x - 2 * dx, y - 2 * dy
        path = " ".join(f"{a},{b}" for a, b in [*points[:-1], (x - 6 * dx, y - 6 * dy) if end == "arrow" else (x, y)])
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>\n')
        if end == "arrow":
            corners = [(x, y), (x - 7 * dx + 3.5 * dy, y - 7 * dy + 3.5 * dx), (x - 7 * dx - 3.5 * dy, y - 7 * dy - 3.5 * dx)]
            self.parts.append(f'<polygon points="{" ".join(f"{a},{b}" for a, b in corners)}" fill="{colour}"/>\n')
        elif end == "bar":
            self.parts.append(f'<line x1="{x - 5 * dy}" y1="{y - 5 * dx}" x2="{x + 5 * dy}" y2="{y + 5 * dx}" stroke="{colour}" stroke-width="2.2"/>\n')

    def dot(self, x, y, colour):
        self.parts.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>\n')

    def finish(self):
        return "".join(self.parts) + "</svg>\n"

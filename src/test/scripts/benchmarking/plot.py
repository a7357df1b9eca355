"""A plot on two logarithmic axes, as SVG."""
import math

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, TOP = 640, 420, 70, 50, 150, 20
COLOURS = ["#0b6e99", "#c0392b", "#2e8b57", "#8e44ad", "#d68910"]


def svg(title, across, up, lines):
    """
    :param title: for those who can't see it
    :param across: label of the horizontal axis; up: of the vertical one
    :param lines: name and list of (x, y), all positive
    """
    points = [p for _, line in lines for p in line]
    x0, x1 = (math.floor(math.log10(min(p[0] for p in points))), math.ceil(math.log10(max(p[0] for p in points))))
    y0, y1 = (math.floor(math.log10(min(p[1] for p in points))), math.ceil(math.log10(max(p[1] for p in points))))

    def place(x, y):
        return (LEFT + (math.log10(x) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT),
                HEIGHT - BOTTOM - (math.log10(y) - y0) / (y1 - y0) * (HEIGHT - BOTTOM - TOP))
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">'
           % (WIDTH, HEIGHT), "<title>%s</title>" % title, '<rect width="100%" height="100%" fill="white"/>']
    for e in range(x0, x1 + 1):
        x, y = place(10.0 ** e, 10.0 ** y0)
        out.append('<path d="M%.1f %.1fV%d" stroke="#ddd"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text>' % (
            x, y, TOP, x, y + 18, "{:,}".format(10 ** e)))
    for e in range(y0, y1 + 1):
        x, y = place(10.0 ** x0, 10.0 ** e)
        out.append('<path d="M%.1f %.1fH%d" stroke="#ddd"/><text x="%.1f" y="%.1f" text-anchor="end">%g</text>' % (
            x, y, WIDTH - RIGHT, x - 6, y + 4, 10.0 ** e))
    for i, (name, line) in enumerate(lines):
        colour = COLOURS[i % len(COLOURS)]
        path = " ".join("%.1f,%.1f" % place(*p) for p in line)
        x, y = place(*line[-1])
        out.append('<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>' % (path, colour))
        out += ['<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (place(*p) + (colour,)) for p in line]
        out.append('<text x="%.1f" y="%.1f" fill="%s">%s</text>' % (x + 8, y + 4, colour, name))
    out.append('<text x="%d" y="%d" text-anchor="middle">%s</text>' % ((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across))
    out.append('<text transform="translate(16 %d) rotate(-90)" text-anchor="middle">%s</text></svg>' % (
        (TOP + HEIGHT - BOTTOM) / 2, up))
    return "\n".join(out) + "\n"

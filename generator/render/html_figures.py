"""Charts on a page: a figure with its caption, the picture in its own address."""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup

from generator.letter import Chart
from generator.render.charts import picture_of
from generator.render.html_context import Context


def figure_html(chart: Chart, caption: Markup, context: Context) -> Markup:
    """Return the figure of a chart; the words of the picture are its alternative text."""
    picture = picture_of(chart, "svg", context)
    return Markup(
        '<figure class="chart">\n<img alt="{}" src="data:image/svg+xml;base64,{}">\n'
        "<figcaption>{}</figcaption>\n</figure>"
    ).format(chart.alternative, b64encode(picture).decode(), caption)

"""Charts in Word: the picture, then the caption, on one page."""

from __future__ import annotations

from generator.charts import DPI
from generator.letter import Chart
from generator.pictures.png import pixels_of
from generator.render.charts import picture_of
from generator.render.word.desk import Desk, Line
from generator.render.word.inlines import write_inlines
from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.pictures import PlacedPicture
from generator.render.word.places import Place
from generator.render.word.stylebook import PARAGRAPH

_INCH = 25.4


def write_chart(chart: Chart, place: Place, desk: Desk) -> None:
    """Write a chart; the words of the picture are its alternative text."""
    data = picture_of(chart, "png", desk)
    wide, high = pixels_of(data)
    picture = PlacedPicture(data, wide / DPI * _INCH, high / DPI * _INCH, chart.alternative)
    above = desk.styles.first(PARAGRAPH, ("Picture",))
    line = ooxml.paragraph(place.parent, above, rtl=desk.rtl)
    desk.package.draw(line, desk.package.document, picture)
    below = desk.styles.first(PARAGRAPH, ("caption",))
    parent = ooxml.paragraph(place.parent, below, rtl=desk.rtl)
    write_inlines(chart.caption, Line(parent, desk.package.document, rtl=desk.rtl), desk)

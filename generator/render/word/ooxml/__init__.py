"""Raw WordprocessingML: the one place that knows its tags.

Callers say what they want (a paragraph of a style, a note, a table row); where
an element stands among its neighbours is settled here, as Word is strict about it.
"""

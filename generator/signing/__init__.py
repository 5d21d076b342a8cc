"""Signatures of PDF files: made, and looked at. The home of pyHanko.

They are PAdES baseline signatures of level B-B, with a time stamp B-T (ETSI EN 319 142-1).

Nothing is asked of the network but a time stamp, where the address of an authority is given.
"""

"""Signatures of PDF files, PAdES baseline B-B and B-T: made, and looked at. The home of pyHanko.

Nothing is asked of the network but a time stamp, where the address of an authority is given.
"""

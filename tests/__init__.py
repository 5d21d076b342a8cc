"""The tests of the generator; the folders mirror `generator/`."""

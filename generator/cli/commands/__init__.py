"""The commands: their arguments and help. What they do is loaded when one is run."""

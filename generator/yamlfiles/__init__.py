"""Reading YAML strictly and safely, with the place of every key."""

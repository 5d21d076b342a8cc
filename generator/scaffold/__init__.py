"""Making a workspace, and adding to one: skeletons put where they belong, nothing overwritten."""

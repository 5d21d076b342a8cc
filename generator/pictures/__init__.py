"""Pictures of the workspace: read strictly, and without anything that is not seen."""

"""Pictures: read strictly."""

"""What a colleague changed in a Word file, and where to change it."""

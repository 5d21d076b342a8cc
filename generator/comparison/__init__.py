"""What somebody changed in a Word file that was built, and where to change it in the content."""

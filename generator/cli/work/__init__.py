"""What the commands do. These modules load the heavy libraries."""

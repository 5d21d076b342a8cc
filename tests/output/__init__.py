"""What is written: the files that are sent, and what is for the office only."""

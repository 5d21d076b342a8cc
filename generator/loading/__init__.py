"""From the files of a workspace to records, with every problem of every file."""

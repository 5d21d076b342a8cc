"""What a language needs: dates, lists, numbers and names, from CLDR and from data."""

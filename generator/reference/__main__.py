"""Write the reference and the list of rules."""

from generator.output.files import write_whole
from generator.reference import FILE, RULES, reference, rules

if __name__ == "__main__":
    write_whole(FILE, reference().encode())
    write_whole(RULES, rules().encode())

"""Write the reference."""

from generator.output.files import write_whole
from generator.reference import FILE, reference

if __name__ == "__main__":
    write_whole(FILE, reference().encode())

"""Makes the fonts: `python -m generator.fonts`."""

from generator.fonts import fonts_folder
from generator.fonts.making import make_all

if __name__ == "__main__":
    make_all(fonts_folder())

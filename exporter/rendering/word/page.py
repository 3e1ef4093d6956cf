"""The page: A4 and its margins, in twentieths of a point (17.6.11, 17.6.13)."""

from __future__ import annotations

WIDTH, HEIGHT = 11906, 16838
MARGINS = {"top": 1701, "right": 1361, "bottom": 1474, "left": 1361, "header": 794, "footer": 680, "gutter": 0}

TEXT_WIDTH = WIDTH - MARGINS["left"] - MARGINS["right"]  # the tab stops at the right in styles.xml stand here
TEXT_HEIGHT = HEIGHT - MARGINS["top"] - MARGINS["bottom"]

"""Whether a Word file of anybody can be used by people who hear it, enlarge it or walk through it by its headings."""

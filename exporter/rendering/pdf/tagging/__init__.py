"""The tags of a PDF: what a screen reader is told of the page, in the order of the source.

laid-out boxes ─content─▶ Mark ─tree─▶ Node ─writing─▶ structure elements, links
"""

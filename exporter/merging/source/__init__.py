"""Edits of a content file that leave every other byte as it is."""

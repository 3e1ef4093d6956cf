"""Markdown into the blocks and inlines of a release."""

"""Pressroom: one content file, a PDF brief, a Word copy and a press email that cannot disagree."""

__version__ = "0.1.0"

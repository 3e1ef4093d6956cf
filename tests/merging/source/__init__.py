"""Edits of content files."""

"""Merging: an edited Word copy back into its content file."""

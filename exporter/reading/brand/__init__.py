"""The sections of a brand file."""

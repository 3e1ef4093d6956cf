"""YAML into a tree of our own with places, and the shapes of its values."""

"""A template of the house as the base of a Word copy: what it has stays, what it lacks is added."""

"""A Word copy as it came back: typed paragraphs, revisions, comments and the copy's record."""

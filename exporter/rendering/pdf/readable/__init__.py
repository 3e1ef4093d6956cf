"""Whether a laid out page can be read: what runs off the paper or out of its column, is covered, broken or missing."""

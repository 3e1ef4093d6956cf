"""A content file, its front matter and its brand into a release."""

"""The email channel: HTML, plain text and a message."""

"""Release and brand into HTML per channel, by Jinja2 templates."""

"""The PDF channel: WeasyPrint, its fonts, tags and footnotes."""

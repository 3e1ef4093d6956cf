"""The Word channel: a composed page into a native .docx, on python-docx and lxml."""

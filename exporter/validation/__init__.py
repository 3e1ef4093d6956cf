"""Whether a PDF keeps what it promises: the checks of veraPDF, in plain words."""

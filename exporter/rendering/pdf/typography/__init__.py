"""How a composed page is set: what a compositor does by hand and WeasyPrint leaves undone, language by language."""

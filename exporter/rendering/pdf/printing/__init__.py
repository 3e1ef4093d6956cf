"""What `--print` adds to a PDF: bleed and crop marks always, PDF/X-4 where the brand gives inks."""

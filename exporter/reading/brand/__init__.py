"""`_brand.yml` into a brand: its colours, fonts, logo and our own keys."""

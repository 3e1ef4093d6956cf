"""What a developer runs beside the tests: pictures of every page (`look`, `picture`) and speed (`bench`)."""

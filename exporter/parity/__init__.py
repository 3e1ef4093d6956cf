"""Proof that the outputs agree: words read back out of every artifact, held against the words of the release."""

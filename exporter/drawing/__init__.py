"""Charts: from their numbers to pictures in the brand's colours and fonts."""

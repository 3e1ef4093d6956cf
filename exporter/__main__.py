"""`python -m exporter` is the `pressroom` command."""

import sys

from exporter.cli import main

sys.exit(main())

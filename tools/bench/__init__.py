"""Speed of whole processes, side by side in one run: `make bench`.

Each comparison runs its two sides in turn (A B A B …) after a warm-up of each, and shows the medians of wall time and of
CPU time. Cold: every run is a new process that writes into a new folder. The figures depend on the machine, and wall time on
who else works there; CPU time and ratios say more. A missed target is printed and fails nothing.
"""

"""The command line as a module: ``python -m claimrecon.cli``."""

import sys

from claimrecon.cli.running import main

if __name__ == "__main__":
    sys.exit(main())

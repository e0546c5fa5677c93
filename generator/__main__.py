"""`python -m generator` is the same as the `transparency` command."""

from generator.cli import main

raise SystemExit(main())

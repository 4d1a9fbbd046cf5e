"""Print one of the README's two set-up commands, so that CI runs what a reader is told to run.

The README marks each with a comment: ``<!-- command: main -->`` above the code block.
"""

import re
import sys
from pathlib import Path

readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
found = re.search(
    rf"<!-- command: {re.escape(sys.argv[1])} -->\s*```\w*\n(.*?)```", readme, flags=re.DOTALL
)
if found is None:
    sys.exit(f"the README has no command marked {sys.argv[1]!r}")
print(found[1].strip())

"""``python -m portal check SITE --docs docs``: run every check on a built site, without MkDocs.

Exit status: 0 nothing found, 1 problems found, 2 the command can't be carried out.
"""

import argparse
import sys
from pathlib import Path

from portal.check import check_all
from portal.problems import format_report


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m portal", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check a built site and its sources")
    check.add_argument("site", type=Path, help="the folder with the built site")
    check.add_argument("--docs", type=Path, required=True, help="the folder with facts.yml, de/ and en/")
    check.add_argument("--config", type=Path, help="mkdocs.yml, to check its navigation too")
    check.add_argument("--url", default="/", help="the address that the site is published at (default: /)")
    options = parser.parse_args(arguments)
    for folder in (options.site, options.docs):
        if not folder.is_dir():
            parser.error(f"{folder} is not a folder")
    result = check_all(options.site.resolve(), options.docs.resolve(), options.config, options.url)
    if result.problems:
        print(format_report(result.problems, options.docs.resolve().parent), file=sys.stderr)
        return 1
    print("\n".join(f"{count:>6} {what}" for what, count in result.checked))
    return 0


if __name__ == "__main__":
    sys.exit(main())

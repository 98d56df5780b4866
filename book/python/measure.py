"""Runs the two programs many times under each Python there is, and tells how often updates were lost.

    python3 measure.py [--runs N] [--write FILE] [INTERPRETER ...]

Without an interpreter named: every python3.X on PATH.
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = ("race", "race_with_a_call")
RIGHT = 2_000_000
HEAD = "| CPython | runs | runs that lost updates | least | most |\n| --- | --: | --: | --: | --: |\n"
# Printed by each interpreter of itself: "3.13.0", or "3.13.0t" for a build without the global interpreter lock.
VERSION = (
    "import platform, sysconfig;"
    "print(platform.python_version() + 't' * bool(sysconfig.get_config_var('Py_GIL_DISABLED')))"
)


def main():
    options = arguments()
    found = versions(options.interpreters or on_path())
    if not found:
        sys.exit("no interpreter found: name one, for example python3")
    text = origin() + "".join(table(program, found, options.runs) for program in PROGRAMS)
    print(text)
    if options.write:
        pathlib.Path(options.write).write_text(text, encoding="utf-8")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="runs of each program (default: 20)")
    parser.add_argument("--write", metavar="FILE", help="also write the table there")
    parser.add_argument("interpreters", nargs="*", metavar="INTERPRETER", help="default: every python3.X on PATH")
    return parser.parse_args()


def on_path():
    """Returns every python3.X on PATH; of two with one name, the first, as a shell does."""
    folders = [pathlib.Path(folder) for folder in os.get_exec_path()]
    names = {file.name for folder in folders if folder.is_dir() for file in folder.iterdir()}
    return [name for name in sorted(names) if re.fullmatch(r"python3\.\d+t?", name)]


def versions(interpreters):
    """Returns (version, path) of each interpreter that answers, oldest first."""
    found = {}
    for name in interpreters:
        path = shutil.which(name)
        answer = path and subprocess.run([path, "-c", VERSION], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if answer and answer.returncode == 0:
            found.setdefault(answer.stdout.decode().strip(), path)
        else:
            print(f"{name} does not answer, and is left out", file=sys.stderr)
    return sorted(found.items(), key=lambda python: [int(part) for part in re.findall(r"\d+", python[0])])


def table(program, interpreters, runs):
    """Returns one program's table, between the marks by which the book's page includes it."""
    rows = "".join(row(program, version, path, runs) for version, path in interpreters)
    return f"\n<!-- ANCHOR: {program} -->\n{HEAD}{rows}<!-- ANCHOR_END: {program} -->\n"


def row(program, version, path, runs):
    """Runs one program under one interpreter, and returns what the table says of it."""
    print(f"{program}.py under {version} …", file=sys.stderr)
    counts = [int(subprocess.check_output([path, HERE / f"{program}.py"])) for _ in range(runs)]
    lost = sum(count < RIGHT for count in counts)
    return f"| {version} | {runs} | {lost} | {min(counts):,} | {max(counts):,} |\n"


def origin():
    """Returns where, when and how the tables were made."""
    command = " ".join(["python3 book/python/measure.py", *sys.argv[1:]])
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}"
    return (
        f"<!-- ANCHOR: origin -->\nMeasured on {datetime.date.today()} with `{command}`: {machine}.\n"
        "<!-- ANCHOR_END: origin -->\n"
    )


def processor():
    """Returns what the processor calls itself, as well as it can be found out."""
    try:
        return re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())[1]
    except (OSError, TypeError):
        return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()

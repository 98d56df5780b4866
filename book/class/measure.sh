#!/usr/bin/env bash
# Measures what a class without a network costs each machine, and writes the table that the book shows.
# Usage: bash book/class/measure.sh
set -euo pipefail
course=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
table=$course/book/measured/class.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$course/book/class/pack.sh" "$work/class.tar.gz" 2> "$work/said.txt" || { cat "$work/said.txt" >&2; exit 1; }
tar --extract --file "$work/class.tar.gz" --directory "$work"
cd "$work/course"
# As on a machine that has the toolchain and no network: nothing fetched, nothing built.
export CARGO_HOME=$work/home CARGO_NET_OFFLINE=true CARGO_TARGET_DIR=$work/target

# The time on the clock and, in brackets, the processors' time, which a busy machine does not stretch.
seconds() {
    local TIMEFORMAT='%1R %1U %1S'
    { time "$@" > "$work/said.txt" 2>&1; } 2> "$work/time.txt" || { cat "$work/said.txt" >&2; exit 1; }
    awk '{ printf "%.0f s (%.0f s)", $1, $2 + $3 }' "$work/time.txt"
}

size() {
    du --summarize --block-size=1M "$1" | awk '{ print $1 " MB" }'
}

race=$(seconds cargo run --quiet -p race)
first=$(seconds cargo xtask check)
again=$(seconds cargo xtask check)
processor=$(sed -n '/model name/{s/.*: //p;q}' /proc/cpuinfo)

cat > "$table" <<END
Measured on $(date --iso-8601) with \`bash book/class/measure.sh\`: $processor, $(nproc) cores, $(uname -s), $(rustc --version | cut -d' ' -f1,2).

| | on the clock (processor time) |
| --- | --: |
| the archive | $(size "$work/class.tar.gz") |
| unpacked, with its $(find vendor -mindepth 1 -maxdepth 1 | wc -l) crates | $(size .) |
| first \`cargo run -p race\`, build and all | $race |
| first \`cargo xtask check\` after it | $first |
| \`cargo xtask check\` again | $again |
| what was built by then | $(size "$CARGO_TARGET_DIR") |
END
cat "$table"

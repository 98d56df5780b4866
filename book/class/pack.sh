#!/usr/bin/env bash
# Packs the committed course with every crate it needs, for machines without a network.
# Usage: bash book/class/pack.sh class.tar.gz
set -euo pipefail
archive=$(realpath "$1")
course=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ANCHOR: pack
git clone --quiet "$course" "$work/course"
cd "$work/course"
cargo vendor --locked vendor >> .cargo/config.toml
tar --create --gzip --file "$archive" --directory "$work" course
# ANCHOR_END: pack

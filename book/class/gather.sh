#!/usr/bin/env bash
# Judges what a class has handed in, in a copy of the committed course, and leaves one JSON document a learner.
# Usage: bash book/class/gather.sh FOLDER
# FOLDER holds a folder for each learner, and in it the learner's lessons/NN-name/exercises/examples/*.rs.
set -euo pipefail
folder=$(realpath "$1")
course=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet "$course" "$work/course"
cd "$work/course"
names=$(basename --suffix .rs lessons/*/exercises/starters/*.rs)

# ANCHOR: gather
for learner in "$folder"/*/; do
    rm -rf lessons/*/exercises/examples .progress
    for lesson in lessons/*/exercises; do
        if [ -d "$learner$lesson/examples" ]; then cp -r "$learner$lesson/examples" "$lesson"; fi
    done
    cargo xtask check $names --json > "${learner%/}.json" || true
    echo "$(basename "$learner"): $(grep --count '"verdict": "solved"' "${learner%/}.json") solved"
done
# ANCHOR_END: gather

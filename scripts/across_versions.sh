#!/usr/bin/env bash
# Prints one digest of all reports of the scenario dossiers for each combination of solver and numpy;
# they must be equal, byte for byte. Usage: scripts/across_versions.sh [STORY...]
set -euo pipefail
cd "$(dirname "$0")/.."

first=
for pair in "1.13.0 1.26.4" "1.14.0 2.2.6" "1.15.1 2.3.5" "newest newest"; do
    read -r highspy numpy <<<"$pair"
    with=()
    if [[ $highspy != newest ]]; then
        with=(--with "highspy==$highspy" --with "numpy==$numpy")
    fi
    digest=$(uv run --quiet --isolated --no-dev --python 3.11 "${with[@]}" \
        python scripts/verdicts.py --whole "$@" | sha256sum | cut -c1-16)
    echo "highspy $highspy, numpy $numpy: $digest"
    first=${first:-$digest}
    if [[ $digest != "$first" ]]; then
        echo "the reports differ" >&2
        exit 1
    fi
done

#!/bin/sh
# How long our files take beside Graphviz on our own DOT file and librsvg on our SVG, in the same run on
# the same machine (Redcar, the proposed structure).
#
# benches/exports.sh [PROGRAM]      PROGRAM: the binary, default target/release/dotted-line
# Needs graphviz, librsvg2-bin and python3. The times of the library: cargo bench --bench exports.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "${1:-$here/target/release/dotted-line}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$program" sample redcar -o redcar.json
for ending in dot svg; do
    "$program" export redcar.json -o "proposed.$ending" --structure proposed
done

# The median of seven runs in ms, the start of the program included.
timed() {
    python3 - "$@" <<'PYTHON'
import statistics, subprocess, sys, time
times = []
for _ in range(7):
    begin = time.monotonic()
    subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    times.append((time.monotonic() - begin) * 1000)
print(f"{statistics.median(times):8.0f} ms  {sys.argv[1]}")
PYTHON
}

for ending in svg pdf png docx pptx html; do
    timed "dotted-line export $ending, proposed" "$program" export redcar.json -o "out.$ending" --structure proposed \
        --view diagram
done
for ending in svg pdf png docx pptx html; do
    timed "dotted-line export $ending, compare" "$program" export redcar.json -o "out.$ending" --view compare
done
timed "dotted-line export pptx, whole talk" "$program" export redcar.json -o out.pptx
timed "dot -Tsvg of our DOT" dot -Tsvg -o out.svg proposed.dot
timed "dot -Tpdf of our DOT" dot -Tpdf -o out.pdf proposed.dot
timed "neato -n2 -Tsvg of our DOT (our places)" neato -n2 -Tsvg -o out.svg proposed.dot
timed "rsvg-convert of our SVG to PNG, 300 dpi" rsvg-convert --dpi-x 300 --dpi-y 300 -f png -o out.png proposed.svg
timed "rsvg-convert of our SVG to PDF" rsvg-convert -f pdf -o out.pdf proposed.svg

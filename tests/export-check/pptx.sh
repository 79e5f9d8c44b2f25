#!/usr/bin/env bash
# Our slides in other programs: python-pptx opens and counts them, LibreOffice makes a PDF of as many pages.
#
# usage: tests/export-check/pptx.sh [PROGRAM]     PROGRAM: the binary, default target/debug/dotted-line
# Installs LibreOffice Impress, Poppler and python3-venv when they are missing and it may; python-pptx goes to a
# folder of its own. PAGES=FOLDER keeps the pages as PNG, to be looked at.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need $impress pdfinfo poppler-utils unzip unzip
python_with python-pptx

write_samples
failed=0
for sample in $samples; do
    echo "$sample"
    "$program" export "$work/$sample.json" -o "$work/$sample.pptx"
    slides=$(unzip -l "$work/$sample.pptx" | grep -c ' ppt/slides/slide')
    "$python" "$here/slides.py" "$work/$sample.pptx" "$slides" || failed=1
    office pdf "$work" "$work/$sample.pptx"
    pages=$(pdfinfo "$work/$sample.pdf" | awk '/^Pages:/ { print $2 }')
    if [ "$pages" != "$slides" ]; then
        echo "FAULT $sample: $pages pages of $slides slides"
        failed=1
    fi
    if [ -n "${PAGES:-}" ]; then
        mkdir -p "$PAGES"
        pdftoppm -r 96 -png "$work/$sample.pdf" "$PAGES/$sample"
    fi
done
exit $failed

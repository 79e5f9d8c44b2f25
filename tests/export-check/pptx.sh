#!/bin/sh
# Our slides in other programs: python-pptx opens and counts them, LibreOffice makes a PDF of as many pages.
#
# usage: tests/export-check/pptx.sh [PROGRAM]     PROGRAM: the binary, default target/debug/dotted-line
# Installs LibreOffice Impress, Poppler and python3-venv when they are missing and it may; python-pptx goes to a
# folder of its own. PAGES=FOLDER keeps the pages as PNG, to be looked at.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-"$here/../../target/debug/dotted-line"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
    command -v "$1" > /dev/null || missing="$missing $2"
}
missing=
need soffice libreoffice-impress
need pdfinfo poppler-utils
test -e /usr/lib/libreoffice/program/libsdlo.so || missing="$missing libreoffice-impress"
python3 -c 'import ensurepip' 2> /dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing fonts-liberation > /dev/null
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-pptx

failed=0
for sample in $("$program" sample | awk '{ print $1 }'); do
    echo "$sample"
    "$program" sample "$sample" -o "$work/$sample.json"
    "$program" export "$work/$sample.json" -o "$work/$sample.pptx"
    slides=$(unzip -l "$work/$sample.pptx" | grep -c ' ppt/slides/slide')
    "$work/venv/bin/python" "$here/slides.py" "$work/$sample.pptx" "$slides" || failed=1
    timeout 300 soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pdf \
        --outdir "$work" "$work/$sample.pptx" > /dev/null 2>&1
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

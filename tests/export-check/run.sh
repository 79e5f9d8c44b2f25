#!/usr/bin/env bash
# Our files in other programs: qpdf, Poppler, Chromium with axe, Pillow, openpyxl, LibreOffice, python-docx,
# python-pptx, networkx, Graphviz, Mermaid. All samples and a made project of 150 bodies; a line for each check with its
# number among the twenty (those that need no other program are in tests/it/publication).
#
# usage: tests/export-check/run.sh [PROGRAM] [--bite]     PROGRAM: the binary, default target/debug/dotted-line
# --bite spoils a file for each check and expects a fault, instead. Installs what is missing; ends with 1 on any fault.
set -euo pipefail
begun=$SECONDS
. "$(dirname "$0")/lib.sh"
bite=
for argument in "$@"; do [ "$argument" = --bite ] && bite=--bite; done
need qpdf qpdf pdfinfo poppler-utils chromium chromium node nodejs npm npm neato graphviz unzip unzip $writer $impress $calc
python_with pillow==11.3.0 openpyxl==3.1.5 networkx==3.4.2 python-docx==1.2.0 python-pptx==1.0.2
modules="${EXPORT_CHECK_NODE:-$work/node}"
if [ -z "${EXPORT_CHECK_NODE:-}" ]; then
    npm install --silent --no-audit --no-fund --prefix "$modules" axe-core@4.11 puppeteer-core@24 mermaid@11 >/dev/null
fi

failed=0
mkdir "$work/files" "$work/again"
write_samples
python3 "$here/made_project.py" "$work/made.json" 150

# Everything of a project, into a folder.
write_files() {
    local name="$1" out="$work/$2/$1"
    one() { "$program" export "$work/$name.json" -o "$@" 2>>"$work/notes"; }
    # A large project takes a build without optimisation long: not every view of it.
    local views="diagram compare overlay changes pack"
    [ "$name" != made ] || views="diagram compare changes"
    for view in $views; do
        one "$out-$view.pdf" --view "$view"
        one "$out-$view.html" --view "$view"
        [ "$view" = pack ] || [ "$view" = changes ] || one "$out-$view.svg" --view "$view"
    done
    one "$out-diagram.png"
    one "$out-live.svg" --svg-text live
    one "$out-comparelive.svg" --svg-text live --view compare
    one "$out-tables.csv"
    one "$out-changes.csv" --view changes
    for ending in xlsx drawio graphml dot mmd docx; do one "$out-diagram.$ending"; done
    one "$out-diagram.pptx" --view diagram
}
names="$samples made"
[ -z "$bite" ] || names="cheltenham redcar"
for name in $names; do
    write_files "$name" files &
    first=$!
    write_files "$name" again &
    second=$!
    wait "$first" && wait "$second" || { echo "FAULT $name: not every file could be written" >&2; cat "$work/notes" >&2; failed=1; }
done
echo "$(find "$work/files" -type f | wc -l) files written twice ($((SECONDS - begun)) s)"

# The first sheet as LibreOffice shows it.
mkdir "$work/calc"
office csv "$work/calc" "$work"/files/*.xlsx || failed=1
for file in "$work"/calc/*.csv; do mv "$file" "$work/files/$(basename "$file").calc"; done

"$python" "$here/files.py" "$work" "$program" $bite || failed=1
NODE_PATH="$modules/node_modules" node "$here/browser.js" "$work" $bite || failed=1
if [ -z "$bite" ]; then
    export EXPORT_CHECK_PYTHON="$python"
    for kind in docx pptx; do
        if "$here/$kind.sh" "$program" >"$work/$kind.log"; then
            echo "ok    20 $kind.sh: $(tail -1 "$work/$kind.log" | cut -c1-90)"
        else
            cat "$work/$kind.log" >&2
            echo "FAULT 20 $kind.sh"
            failed=1
        fi
    done
fi
[ "$failed" = 0 ] && verdict="All checks hold" || verdict="FAILED"
echo "$verdict ($((SECONDS - begun)) s)"
exit "$failed"

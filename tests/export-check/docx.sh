#!/usr/bin/env bash
# Opens our Word files as others do: python-docx reads them, LibreOffice prints them. Every sample
# and view, sheets of other sizes, and names that are hard on a file.
# The first argument is the program [default: target/debug/dotted-line].
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
program="$(realpath "${1:-$here/../../target/debug/dotted-line}")"

if ! command -v soffice >/dev/null || ! command -v pdfinfo >/dev/null || ! fc-list | grep -q LiberationSans; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -y -q --no-install-recommends \
        libreoffice-writer fonts-liberation fontconfig poppler-utils python3-venv
fi
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-docx==1.2.0

# One export: the project, the name of the file, then options.
export_one() {
    local project="$1" name="$2"
    shift 2
    "$program" export "$project" -o "$folder/files/$name.docx" "$@" 2>>"$folder/notes"
}

mkdir "$folder/files"
for sample in $("$program" sample | cut -d' ' -f1); do
    project="$folder/$sample.json"
    "$program" sample "$sample" -o "$project"
    for view in diagram compare overlay changes members measures; do
        export_one "$project" "$sample-$view" --view "$view"
    done
done
redcar="$folder/redcar.json"
export_one "$redcar" redcar-a3 --paper a3
export_one "$redcar" redcar-fit --paper fit
export_one "$redcar" redcar-upright --view compare --orientation portrait
export_one "$folder/west-cheshire.json" west-cheshire-several --paper a5 --pages several
python3 "$here/odd_names.py" "$folder/odd.json"
for view in diagram measures; do
    export_one "$folder/odd.json" "odd-$view" --view "$view"
done

# A profile of its own: another LibreOffice may be running.
timeout 590 soffice -env:UserInstallation="file://$folder/profile" --headless \
    --convert-to pdf --outdir "$folder/files" "$folder"/files/*.docx >"$folder/soffice.log" 2>&1 ||
    { cat "$folder/soffice.log" >&2; exit 1; }
"$folder/venv/bin/python" "$here/word_files.py" "$folder/files"

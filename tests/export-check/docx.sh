#!/usr/bin/env bash
# Opens our Word files as others do: python-docx reads them, LibreOffice prints them. Every sample
# and view, sheets of other sizes, and names that are hard on a file.
# The first argument is the program [default: target/debug/dotted-line].
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need $writer pdfinfo poppler-utils
python_with python-docx==1.2.0
folder="$work"

# One export: the project, the name of the file, then options.
export_one() {
    local project="$1" name="$2"
    shift 2
    "$program" export "$project" -o "$folder/files/$name.docx" "$@" 2>>"$folder/notes"
}

mkdir "$folder/files"
write_samples
for sample in $samples; do
    project="$folder/$sample.json"
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

office pdf "$folder/files" "$folder"/files/*.docx
"$python" "$here/word_files.py" "$folder/files"

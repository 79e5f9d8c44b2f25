# What the checks of this folder share. Source it; then: need, python_with, office.
# $here is this folder, $program the binary (first argument of the script), $work a folder that is deleted at the end.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
case "${1:-}" in "" | --*) program="$here/../../target/debug/dotted-line" ;; *) program="$1" ;; esac
program="$(realpath "$program")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
[ -x "$program" ] || { echo "$program is not there; build it, or name it as the first argument." >&2; exit 1; }

# Parts of LibreOffice, which are one command but several packages.
writer="/usr/lib/libreoffice/program/libswlo.so libreoffice-writer"
impress="/usr/lib/libreoffice/program/libsdlo.so libreoffice-impress"
calc="/usr/lib/libreoffice/program/libsclo.so libreoffice-calc"

# need COMMAND PACKAGE ...: installs the packages of commands (or files) that are missing.
need() {
    local missing=()
    while [ $# -gt 1 ]; do
        command -v "$1" >/dev/null || [ -e "$1" ] || missing+=("$2")
        shift 2
    done
    python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
    fc-list 2>/dev/null | grep -q LiberationSans || missing+=(fonts-liberation fontconfig)
    [ ${#missing[@]} = 0 ] && return
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

# A Python with these packages: $python. A caller's own EXPORT_CHECK_PYTHON is taken as it is.
python_with() {
    python="${EXPORT_CHECK_PYTHON:-$work/venv/bin/python}"
    [ -n "${EXPORT_CHECK_PYTHON:-}" ] && return
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install -q --disable-pip-version-check "$@"
}

# Prints files by LibreOffice: office FORMAT FOLDER FILE... A profile of its own: another one may be running.
office() {
    local format="$1" folder="$2"
    shift 2
    timeout 590 soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$format" \
        --outdir "$folder" "$@" >"$work/office.log" 2>&1 || { cat "$work/office.log" >&2; return 1; }
}

# The samples as projects: $work/NAME.json for each of $samples.
write_samples() {
    samples="$("$program" sample | cut -d' ' -f1)"
    local sample
    for sample in $samples; do
        "$program" sample "$sample" -o "$work/$sample.json"
    done
}

#!/bin/sh
# Our layout beside other engines, on the same graphs with the same box sizes, in the same run.
#
# benches/peers.sh BENCH_DIR [ENGINE,ENGINE..]
# BENCH_DIR holds corpus/ and run_all.py, which writes out/<engine>/<graph>.json; engines are named as
# there (elkrs-bk, elkrs-ns, elkjs-ns-t30, elkrs-unzip, dot-ortho). All drawings are measured by
# benches/corpus.
set -eu
bench=$(cd "$1" && pwd)
engines=${2:-elkrs-bk,elkjs-ns-t30,dot-ortho}
here=$(cd "$(dirname "$0")/.." && pwd)
graphs=$(ls "$bench"/corpus/*.json | grep -v -e r1000 -e r5000)
measure() {
    (cd "$here" && cargo bench -q --no-default-features --bench corpus -- "$@" $graphs)
}
(cd "$bench" && python3 run_all.py small "$engines" >&2)
echo "ours"
measure
for engine in $(echo "$engines" | tr , ' '); do
    echo "$engine"
    measure --drawn "$bench/out/$engine"
done

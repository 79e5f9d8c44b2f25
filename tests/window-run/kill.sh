#!/bin/bash
# The program is killed (SIGKILL) while a name is typed; the next start offers the work. Says which
# letters came back and how old the copy was, and asserts that everything typed more than a second
# before the end is there.
#
#   tests/window-run/kill.sh outline    a new row of the outline
#   tests/window-run/kill.sh canvas     a new body on the canvas (N)
#   tests/window-run/kill.sh rename     the name of a card (F2)
set -u
. "$(dirname "$0")/lib.sh"
mode=${1:-outline}
file=$work/ours.json
name=abcdefghijklmnopqrstuvwxyz

start "$file"
type_text "Partnership Board"
case $mode in
  outline) keys Return ;;
  canvas)
    keys Return Escape
    find_body "partner"
    keys n
    ;;
  rename)
    keys Return Escape
    find_body "partner"
    keys F2
    ;;
  *) fail "There is no way “$mode”; there are outline, canvas and rename." ;;
esac
sleep 1

# 1. Typed letter by letter, and killed within the typing.
typed=()
for ((at = 0; at < 20; at++)); do
  xdotool key "${name:at:1}"
  typed+=("$(now)")
  sleep 0.15
done
kill -9 "$program"
end=$(now)
picture killed-"$mode"
wait "$program" 2>/dev/null
program=
[ ! -e "$file" ] || fail "The file was written, though nobody has saved."

copy=$(find "$DOTTED_LINE_DATA/recovery" -name '*.recovered' | head -1)
[ -n "$copy" ] || fail "There is no recovery copy."
age=$((end - $(date -r "$copy" +%s%3N)))
must=0
for time in "${typed[@]}"; do
  [ $((end - time)) -le 1000 ] || must=$((must + 1))
done

# 2. The next window offers it. Tab comes to the offer after so many steps: New, Open, Colours.
start
picture offered-"$mode"
for ((at = 0; at < ${TABS:-4}; at++)); do
  keys Tab
done
keys Return
sleep 2
picture recovered-"$mode"
keys ctrl+s
await 10 test -s "$file" || fail "The recovered copy was not opened, or not saved."
close_window

# 3. What came back: the letters at the end of the one name that holds them.
back=$(jq -r '.structures[0].bodies[].name' "$file" | grep '^a' || true)
case $name in
  "$back"*) ;;
  *) fail "Something else came back: $back" ;;
esac
echo "$mode: ${#typed[@]} letters typed in $((end - typed[0])) ms; back came “$back” (${#back}); $must were typed more than 1 s before the end; the copy was $age ms old."
[ "${#back}" -ge "$must" ] || fail "Letters typed more than a second before the end are lost: ${#back} of $must came back."
echo "PASSED"

#!/bin/bash
# A session in the real window, by keyboard and mouse: a new project, five bodies, three kinds of
# link; a proposal in which one body is renamed, two are merged and one ends; compared, saved,
# closed by the window's own cross, opened again. What then stands in the file is asserted.
#
#   tests/window-run/run.sh            ends with 0 and "PASSED", or says what failed
#   PICTURES=FOLDER tests/window-run/run.sh        keeps a picture of each stage
set -u
. "$(dirname "$0")/lib.sh"
file=$work/ours.json

# Every line of jq's answer, sorted, is what is expected: what, query, lines.
expect() {
  local found
  found=$(jq -r "$2" | sort)
  [ "$found" = "$(sort <<<"$3")" ] || fail "$1: expected
$3
but found
$found"
}

# 1. A new project at a path, typed into the outline.
start "$file"
type_text "Partnership Board"
keys Return Tab
for name in "Health Partnership" "Skills Partnership"; do
  type_text "$name"
  keys Return
done
keys Tab
type_text "Drugs Action Group"
keys Return shift+Tab shift+Tab
type_text "Town Centre Review"
keys Return Escape
picture 1-bodies

# 2. Two more kinds of link, by key.
find_body "town"
keys l 2
type_text "board"
keys Return
find_body "drugs"
keys l 3
type_text "health"
keys Return
picture 2-links

# 3. The proposal.
keys ctrl+d Return
sleep 1
# Renamed by a double click on its card, which "Fit the selection" has put into the middle.
find_body "drugs"
keys f
middle_of_canvas
click $X $Y 1 2
type_text "Drugs and Alcohol Group"
keys Return
picture 3-renamed
# Two rows of the outline, merged: a click anywhere among the rows, then keys.
click 110 165
keys Home Down shift+Down
picture 4-selected
keys ctrl+m Return
picture 5-merged
# Ended, by the menu of its card: the first entry has the keyboard, so Escape and the palette show
# that neither gets in the way of the other.
find_body "town"
keys f
click $X $Y 3
picture 6-menu
keys Escape ctrl+k
type_text "end"
keys Return
type_text "No longer needed"
keys Return
picture 7-ended

# 4. Compared and saved.
keys ctrl+2 F8
sleep 1
picture 8-compared
keys ctrl+s
await 10 test -s "$file" || fail "Ctrl+S has written no file."
close_window
left=$(find "$DOTTED_LINE_DATA" -name '*.recovered')
[ -z "$left" ] || fail "A recovery copy was left behind: $left"

# 5. What stands in the file.
check_file() {
  jq . "$file" >/dev/null || fail "The file is no JSON."
  expect "structures" '.structures[].title' "Current
Proposed" <"$file"
  expect "bodies of today" '.structures[0].bodies[].name' "Partnership Board
Health Partnership
Skills Partnership
Drugs Action Group
Town Centre Review" <"$file"
  local links='map("\(.from) \(.kind) \(.to)")[]'
  expect "links of today" ".structures[0].links | $links" \
"drugs-action-group reports-to skills-partnership
drugs-action-group represented-on health-partnership
health-partnership reports-to partnership-board
skills-partnership reports-to partnership-board
town-centre-review tasked-by partnership-board" <"$file"
  expect "bodies proposed" '.structures[1].bodies[].name' "Partnership Board
Health Partnership
Drugs and Alcohol Group" <"$file"
  "$DOTTED_LINE" compare "$file" >"$work/compared.json" || fail "The file cannot be compared."
  expect "what becomes of every body" '.rows[] | "\(.fate): \(.from | join("+")) > \(.to | join("+"))"' \
"ended: town-centre-review > 
merged: health-partnership+skills-partnership > health-partnership
renamed: drugs-action-group > drugs-action-group
retained: partnership-board > partnership-board" <"$work/compared.json"
  expect "the reason" '.rows[] | select(.fate == "ended").reason' "No longer needed" \
    <"$work/compared.json"
  expect "unaccounted bodies" '.unaccounted | (.from + .to)[]' "" <"$work/compared.json"
}
check_file

# 6. Opened again and saved unchanged: the same bytes.
before=$(sha256sum <"$file")
start "$file"
picture 9-opened-again
keys ctrl+2 ctrl+s
sleep 1
close_window
[ "$before" = "$(sha256sum <"$file")" ] || fail "Saving an unchanged project has changed its file."
check_file
echo "PASSED: five bodies, three kinds of link, a proposal with a rename, a merger and an end; saved, closed, opened again."

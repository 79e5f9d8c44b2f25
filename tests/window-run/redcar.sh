#!/bin/bash
# From Redcar's structure of today to its proposal in the real window, only by what becomes of bodies:
# renamed, merged, ended, put under review, moved, new. The comparison of what then stands in the file
# is that of the worked example: the same fates, the same moves, the same bodies unaccounted for.
#
#   tests/window-run/redcar.sh         ends with 0 and "PASSED", or says what failed
#   PICTURES=FOLDER tests/window-run/redcar.sh     keeps pictures of the stages
set -u
. "$(dirname "$0")/lib.sh"
file=$work/redcar.json

# Name of a body by a part of it, new name.
rename() {
  find_body "$1"
  keys F2 ctrl+a
  type_text "$2"
  keys Return Escape
}

# A body by a part of its name, an action in the palette's words, what its question is answered.
becomes() {
  find_body "$1"
  keys ctrl+k
  type_text "$2"
  keys Return
  [ -z "${3:-}" ] || type_text "$3"
  keys Return Escape
}

# A body by a part of its name, and the one that it reports to.
reports_to() {
  find_body "$1"
  keys l 1
  type_text "$2"
  keys Return Escape
}

"$DOTTED_LINE" sample redcar -o "$work/sample.json" || fail "The worked example cannot be written."
jq '.structures |= map(select(.id == "current")) | .lineage = [] | del(.steps, .questions, .rules)' \
  "$work/sample.json" >"$file"
start "$file"
keys ctrl+d Return
sleep 1
picture 1-derived

rename "Partnership Board" "Leadership Forum"
rename "Conferences" "Partnership Forum"
picture 2-renamed

# The task force stands right under the partnership that it reports to: two rows of the outline.
click 110 165
keys Home Down Down Down Down Down Down shift+Down ctrl+m ctrl+a
type_text "Jobs, Skills and Enterprise Partnership"
keys Return Escape
picture 3-merged

# The Culture Forum stands after the new partnership and its groups: a level in, it reports to that.
click 110 165
keys Home Down Down Down Down Down Down Down Down Down Down Tab
reports_to "Personalisation" "health"
becomes "LSP" "end" "Retired; the post is not refilled"
becomes "Operational" "under review"
picture 4-moved

for name in "Engagement Forum" "Task and Finish Groups" "Greater Eston Area Partnership" \
  "Coastal Area Partnership" "Guisborough and East Cleveland Area Partnership" \
  "Local Enterprise Partnership"; do
  keys ctrl+k
  type_text "new body"
  keys Return
  type_text "$name"
  keys Return Escape
done
picture 5-new

# The example says nothing about where the last of them comes from: its line goes again.
find_body "Local Enterprise"
keys ctrl+3
sleep 1
picture 5-changes
click $((WIDTH - 77)) $((HEIGHT - 66))
keys ctrl+2
sleep 1
picture 6-compared
keys ctrl+s
sleep 2
cp "$file" "${OUT:-/dev/null}"
close_window

# What becomes of every body, by their names: ids are made from names and differ.
fates() {
  "$DOTTED_LINE" compare "$1" --from current --to proposed | jq -r --slurpfile file "$1" '
    ($file[0].structures | map({key: .id, value: (.bodies | map({key: .id, value: .name}) | from_entries)})
      | from_entries) as $names
    | def old: map($names.current[.]) | sort | join(" + ");
      def new: map($names.proposed[.]) | sort | join(" + ");
      (.rows[] | "\(.fate): \(.from | old) > \(.to | new)" +
        (if .moved then "; from \(.moved.from | old) to \(.moved.to | new)" else "" end)),
      (.unaccounted | "unaccounted: \(.from | old) > \(.to | new)")' | sort
}
fates "$work/sample.json" >"$work/expected"
fates "$file" >"$work/found"
diff "$work/expected" "$work/found" || fail "The comparison is another one than the example's."
echo "PASSED: Redcar's proposal made from today's structure; its comparison is the worked example's."

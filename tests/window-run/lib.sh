# Hands and eyes for the scripts beside this file: they start the window on a display of its own and
# use it as a person does. Source it; then: start, focus, keys, type_text, click, close_window.
#
# DOTTED_LINE  the program (target/debug/dotted-line)
# SCREEN       the number of the display to make (93); with USE_DISPLAY=1 the one that is there
# PICTURES     a folder for pictures of the screen; none are taken without it
# PAUSE        seconds between two keys (0.35); raise it on a slow machine

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
DOTTED_LINE=${DOTTED_LINE:-$here/../../target/debug/dotted-line}
PAUSE=${PAUSE:-0.35}
work=$(mktemp -d)
program=
server=

picture() {
  [ -z "${PICTURES:-}" ] || import -window root "$PICTURES/$1.png" 2>/dev/null || true
}

fail() {
  echo "FAILED: $*" >&2
  picture failed
  echo "What the program said: $work/program.log" >&2
  KEEP=1
  exit 1
}

tidy() {
  [ -n "$program" ] && kill -9 "$program" && wait "$program"
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server"
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap 'tidy 2>/dev/null' EXIT

for tool in xdotool jq python3; do
  command -v "$tool" >/dev/null || fail "$tool is not installed."
done
[ -x "$DOTTED_LINE" ] || fail "$DOTTED_LINE is not there; build it, or say where it is: DOTTED_LINE=…"
[ -z "${PICTURES:-}" ] || mkdir -p "$PICTURES"

if [ -z "${USE_DISPLAY:-}" ]; then
  command -v Xvfb >/dev/null || fail "Xvfb is not installed."
  export DISPLAY=:${SCREEN:-93}
  Xvfb "$DISPLAY" -screen 0 1280x720x24 >/dev/null 2>&1 &
  server=$!
  sleep 2
  kill -0 "$server" 2>/dev/null || fail "Display $DISPLAY cannot be made; choose another: SCREEN=…"
fi
export LIBGL_ALWAYS_SOFTWARE=1 XDG_RUNTIME_DIR="$work" DOTTED_LINE_DATA="$work/data"

now() { date +%s%3N; }

# Waits up to so many seconds until a command succeeds.
await() {
  local until=$(($(now) + $1 * 1000))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$(now)" -lt "$until" ] || return 1
    sleep 0.1
  done
}

gone() { ! kill -0 "$program" 2>/dev/null; }

# The window's number and size: W, WIDTH, HEIGHT.
find_window() { W=$(xdotool search --onlyvisible --name "Dotted Line" | head -1) && [ -n "$W" ]; }

# Starts the window, on a file or without one.
start() {
  "$DOTTED_LINE" "$@" >>"$work/program.log" 2>&1 &
  program=$!
  await 60 find_window || fail "No window has opened within a minute."
  # Its first frame is there once the window has taken its place for recovery copies.
  await 60 test -e "$DOTTED_LINE_DATA/recovery" || fail "The window has shown nothing within a minute."
  sleep "${SETTLE:-3}"
  eval "$(xdotool getwindowgeometry --shell "$W" | sed -n 's/^\(WIDTH\|HEIGHT\)=/\1=/p')"
  focus
}

focus() { xdotool windowfocus "$W" && sleep "$PAUSE"; }

# Keys, one after the other, as xdotool names them.
keys() {
  local key
  for key in "$@"; do
    gone && fail "The program has ended at the key $key."
    xdotool key "$key"
    sleep "$PAUSE"
  done
}

type_text() {
  gone && fail "The program has ended before “$1” was typed."
  xdotool type --delay 40 "$1"
  sleep "$PAUSE"
}

# A click at a place of the window: x, y, button, how often.
click() {
  xdotool mousemove --window "$W" "$1" "$2"
  sleep "$PAUSE"
  xdotool click --repeat "${4:-1}" --delay 60 "${3:-1}"
  sleep "$PAUSE"
}

# Finds a body by a part of its name.
find_body() {
  keys ctrl+k
  type_text "$1"
  keys Return
}

# The middle of the canvas of the Draw view, where "Fit the selection" puts what is selected:
# between outline and details, under the three bars, over hint and status.
middle_of_canvas() {
  X=$(((236 + WIDTH - 268) / 2))
  Y=$(((44 + 36 + 38 + HEIGHT - 28 - 26) / 2))
}

# Closes the window by its own cross and waits for the program to end well.
close_window() {
  python3 "$here/close_window.py" "$W"
  await 20 gone || fail "The window does not close."
  wait "$program"
  local code=$?
  program=
  [ "$code" = 0 ] || fail "The program has ended with code $code."
}

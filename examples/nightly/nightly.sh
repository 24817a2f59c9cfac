#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Records a shell's scripted sessions, keeps the night's figures and judges them. Copy it, and change what is in capitals
# at the top, or set it in the environment.
set -euo pipefail

# The command line of lle; a path to the launcher of a checkout.
LLE=${LLE:-lle}
# What starts one scripted session of your shell, without a person; it gets JAVA_TOOL_OPTIONS from here.
SESSION=${SESSION:-}
# How many sessions a night: three or more, so that their own spread says what a shift is worth.
RUNS=${RUNS:-5}
# Where the nights' results are kept; commit it, or keep it on the machine.
STORE=${STORE:-nights}
# Where tonight's recordings go; each night has a folder of its own.
RECORDINGS=${RECORDINGS:-recordings}
# How many nights' recordings are kept. The results of all nights stay in the store.
KEEP=${KEEP:-14}

usage() {
  cat <<'TEXT'
Usage: SESSION='COMMAND' nightly.sh        record tonight's sessions, then judge them
       nightly.sh RECORDING…               judge recordings that are there already

Leaves verdict.txt, verdict.md and verdict.xml beside the recordings.
Exit status: that of lle nightly: 0 pass or improvement, 1 regression, 2 wrong use, 3 unreadable, 5 inconclusive.
TEXT
}

record() {
  local run settings
  settings=$("$LLE" settings)
  for ((run = 1; run <= RUNS; run++)); do
    echo "session $run of $RUNS" >&2
    JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -XX:StartFlightRecording=settings=$settings,filename=$folder/run-$run.jfr,dumponexit=true" \
      bash -c "$SESSION" </dev/null >"$folder/run-$run.log" 2>&1 || echo "session $run ended with $?; its output is in $folder/run-$run.log" >&2
  done
}

# Deletes the recordings of the oldest nights; only folders that are named by a date are touched.
forget() {
  local old
  find "$RECORDINGS" -mindepth 1 -maxdepth 1 -type d -name '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]' | sort -r | tail -n "+$((KEEP + 1))" |
    while IFS= read -r old; do rm -r -- "$old"; done
}

case "${1:-}" in
  --help | -h)
    usage
    exit 0
    ;;
  -*)
    usage >&2
    exit 2
    ;;
esac

night=$(date +%F)
folder=$RECORDINGS/$night
mkdir -p "$folder"

if [[ $# -gt 0 ]]; then
  inputs=("$@")
elif [[ -n "$SESSION" ]]; then
  record
  inputs=("$folder")
else
  usage >&2
  exit 2
fi

# The first call takes the night in; the others judge again what is then in the store.
status=0
"$LLE" nightly --store "$STORE" --night "$night" --output "$folder/verdict.txt" "${inputs[@]}" || status=$?
if [[ $status -eq 2 || ! -f "$STORE/$night.json" ]]; then
  exit "$status"
fi
for format in markdown:md junit:xml; do
  "$LLE" nightly --store "$STORE" --night "$night" --format "${format%:*}" --output "$folder/verdict.${format#*:}" || true
done
cat "$folder/verdict.txt"
forget
exit "$status"

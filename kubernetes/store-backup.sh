#!/bin/sh
# Copies the store of a policy directory, and puts a copy back; a service may go on meanwhile.
#   store-backup.sh backup  DIRECTORY COPY            COPY must not exist
#   store-backup.sh restore COPY DIRECTORY [EXPECTED] DIRECTORY must have no store
# Both verify what they have made, and end with 1 where anything of the history is missing or altered. EXPECTED is the
# end of the history that was told last, NUMBER or NUMBER:DIGEST: a copy that is older is told, and not silently used.
# TUODI is the command line of Tuodi, by default "java -jar target/quarkus-app/quarkus-run.jar".
set -eu

tuodi=${TUODI:-java -jar target/quarkus-app/quarkus-run.jar}

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

copy() {
  # from to folder...: what is not there is passed over
  from=$1 to=$2
  shift 2
  mkdir -p "$to/.tuodi"
  for folder in "$@"; do
    if [ -d "$from/.tuodi/$folder" ]; then
      cp -R "$from/.tuodi/$folder" "$to/.tuodi/"
      # What a writer had not finished is nothing.
      find "$to/.tuodi/$folder" -mindepth 1 -maxdepth 1 -name '.*' -exec rm -rf {} +
    fi
  done
}

tables() {
  [ ! -d "$1/decision-tables" ] || cp -RL "$1/decision-tables" "$2/"
  find "$1" -maxdepth 1 -name '*.xlsx' -exec cp -L {} "$2/" \;
}

[ $# -ge 3 ] || usage
case $1 in
  backup)
    [ ! -e "$3" ] || { echo "$3: 已存在 / exists already" >&2; exit 2; }
    # In the order in which a reader follows: whatever is published meanwhile, no copy refers to what it lacks.
    copy "$2" "$3" heads losses publications last-good drafts workbooks
    tables "$2" "$3"
    made=$3
    expected=
    ;;
  restore)
    [ ! -e "$3/.tuodi" ] || { echo "$3/.tuodi: 已存在 / exists already" >&2; exit 2; }
    mkdir -p "$3"
    tables "$2" "$3"
    # In the order in which a writer goes: whoever looks meanwhile finds no record without its workbooks.
    copy "$2" "$3" workbooks drafts last-good losses publications heads
    made=$3
    expected=${4:-}
    ;;
  *) usage ;;
esac
# shellcheck disable=SC2086
exec $tuodi history --directory "$made" --verify ${expected:+--expect "$expected"}

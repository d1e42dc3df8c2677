#!/usr/bin/env bash
# Puts the packaged service under load and through faults, and writes a Markdown table of what came of it.
# usage: benchmarks/load.sh [SECONDS_A_STEP] [SECONDS_OF_SOAK]     needs: wrk, curl, python3, a built target/quarkus-app
#
# Fails if anything but 200 and 503 is answered in overload, if the service does not recover, or if a fault reaches
# other callers. By default ten seconds a step and no soak; the table goes to standard output, the rest to standard error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds="${1:-10}"
soak="${2:-0}"
port="${PORT:-18081}"
url="http://127.0.0.1:$port"
management="${MANAGEMENT_PORT:-$((port + 1000))}"
application="${APPLICATION:-target/quarkus-app}"
jvm="${BENCHMARK_JVM:--Xmx160m -XX:+UseParallelGC -XX:+UseTransparentHugePages}"
work="$(mktemp -d)"
server=""
failures=0

clean() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  ! mountpoint -q "$work/full" || umount -l "$work/full"
  rm -rf "$work"
}
trap clean EXIT

start() { # $@: more settings; sets $server and $ready_after
  local begun
  begun="$(date +%s%N)"
  # shellcheck disable=SC2086
  java $jvm -XX:SharedArchiveFile="$application/tuodi.jsa" -Dquarkus.http.port="$port" -Dquarkus.http.host=127.0.0.1 \
    -Dtuodi.management.port="$management" "$@" -jar "$application/quarkus-run.jar" >"$work/log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$management/q/health/ready"; do
    kill -0 "$server" 2>/dev/null || { server=""; return 1; }
    sleep 0.02
  done
  ready_after=$((($(date +%s%N) - begun) / 1000000))
}

stop() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=""
}

resident() { awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$server/status"; }

row() { printf '| %s | %s |\n' "$1" "$2" | tee -a "$work/table" >&2; }

check() { # $1: what must hold, the rest: the test
  local what="$1"
  shift
  "$@" || { echo "FAILED: $what" >&2; failures=$((failures + 1)); }
}

# Runs wrk with $1 connections for $2 seconds; sets rate, p50, p99, p999 (milliseconds), answered, refused, wrong
load() {
  local line
  BODIES="$work/bodies" wrk -t1 -c"$1" -d"${2}s" --timeout 10s -s benchmarks/load.lua "$url/v1/decisions" >"$work/wrk"
  line="$(grep '^RESULT ' "$work/wrk")" || { cat "$work/wrk" >&2; exit 1; }
  read -r _ rate p50 p99 p999 answered refused wrong <<<"$line"
}

is_decided() {
  [ "$(curl -s -m 10 -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \
    --data-binary "@$work/one" "$url/v1/decisions")" = 200 ]
}

recovers() { # within five seconds, and prints after how many milliseconds
  local begun
  begun="$(date +%s%N)"
  until is_decided; do
    [ $((($(date +%s%N) - begun) / 1000000)) -lt 5000 ] || return 1
  done
  echo $((($(date +%s%N) - begun) / 1000000))
}

python3 - "$work" <<'PY'
import json, sys
work = sys.argv[1]
rows = [json.loads(l) for name in ("decisions", "decisions-random") for l in open(f"src/test/resources/conformance/{name}.jsonl")]
rows = [r["request"] for r in rows if r["expect"].get("payouts")]
rows = [r for r in rows if 700 <= len(json.dumps(r)) <= 1500]
open(work + "/bodies", "w").write("\n".join(map(json.dumps, rows)) + "\n")
open(work + "/one", "w").write(json.dumps(rows[0]))
with open(work + "/batch", "w") as out:
    for i in range(60000):
        r = rows[i % len(rows)]
        r["person"]["personId"] = f"P-{i // 3}"
        out.write(json.dumps(r) + "\n")
PY

start
row "ready after the start of the process" "$ready_after ms"
load 16 "$seconds"   # warms up
declare -A rates medians
for connections in 1 16 256; do
  load "$connections" "$seconds"
  rates[$connections]="$rate" medians[$connections]="$p50"
  row "$connections connection(s)" "$rate decisions/s; p50 $p50 ms, p99 $p99 ms, p99.9 $p999 ms"
  check "nothing is refused with $connections connections" [ "$refused" -eq 0 ]
  check "every answer with $connections connections is a decision" [ "$wrong" -eq 0 ]
done

# Half of what it can do at most: each of 16 connections rests so long that together they ask for that.
most="${rates[16]}"
PAUSE="$(awk -v most="$most" -v takes="${medians[1]}" 'BEGIN {rest = 32000 / most - takes; printf "%.0f", rest < 1 ? 1 : rest}')" \
  load 16 "$seconds"
check "nothing fails at half of the load" [ "$((refused + wrong))" -eq 0 ]
row "16 connections with rests" \
  "$rate decisions/s, $(awk -v a="$rate" -v b="$most" 'BEGIN {printf "%.0f", 100 * a / b}') % of those without; p50 $p50 ms, p99 $p99 ms, p99.9 $p999 ms"

took="$(curl -s -T "$work/batch" -X POST -H 'Content-Type: application/x-ndjson' -o "$work/answers" -w '%{time_total}' \
  "$url/v1/decisions/batch")"
check "every line of the batch is answered" [ "$(wc -l <"$work/answers")" -eq 60000 ]
row "batch of 60,000 claims" "$(awk -v t="$took" 'BEGIN {printf "%.0f", 60000 / t}') claims/s"
row "resident memory after that" "$(resident) MB"

# Slow callers and callers that break off take nothing from the others.
python3 - "$port" "$work/one" "$((seconds + 3))" <<'PY' &
import socket, sys, time
body = open(sys.argv[2], "rb").read()
head = b"POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
slow, end = [], time.time() + int(sys.argv[3])
for i in range(100):
    s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    s.sendall(head + body[:1])
    slow.append(s)
at = 1
while time.time() < end:
    for s in slow:
        try:
            s.sendall(body[at:at + 1])
        except OSError:
            pass
    at += 1
    s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    s.sendall(head + body[:100])
    s.close()
    time.sleep(0.1)
PY
nuisance=$!
load 16 "$seconds"
wait "$nuisance"
check "slow and broken-off callers cost the others nothing" [ "$((refused + wrong))" -eq 0 ]
row "16 connections beside 100 that send a byte every 0.1 s and some that break off" \
  "$rate decisions/s; p99 $p99 ms; $wrong failed"
check "the service recovers from slow callers" is_decided
stop

# Overload: many more connections than can be answered in time, and a short patience.
start -Dtuodi.http.longest-wait=100ms
load 16 "$seconds"
before="$(resident)"
load 2000 "$seconds"
check "in overload there is nothing but decisions and 503" [ "$wrong" -eq 0 ]
recovered="$(recovers)" || { recovered="not in 5000"; failures=$((failures + 1)); }
row "overload: 2000 connections without a pause, patience of 100 ms" \
  "$answered decided, $refused refused with 503, $wrong otherwise; p99 $p99 ms; answers again after $recovered ms; memory $before → $(resident) MB"
stop

# A publication every four seconds: how much slower is one caller after the other at the median? The folder's workbook is
# replaced in one step; the service checks it, compiles what changed and goes over to it.
for percent in 0.94 0.96; do python3 benchmarks/rate.py "$percent" "$work/rate-$percent.xlsx"; done
in_force() { curl -s "$url/v1/policies/guangxi/2022" | grep -o '"contentHash":"[^"]*"' | head -n 1; }
publish_for() { # $1 seconds: replaces the workbook every four seconds, and writes how many versions came into force
  local end=$((SECONDS + $1)) known now versions=0 percent=0.94
  known="$(in_force)"
  while [ "$SECONDS" -lt "$end" ]; do
    cp "$work/rate-$percent.xlsx" "$work/policies/next" && mv "$work/policies/next" "$work/policies/decision-tables/guangxi/2022/medical-assistance.xlsx"
    sleep 4
    now="$(in_force)"
    [ "$now" = "$known" ] || versions=$((versions + 1))
    known="$now"
    [ "$percent" = 0.94 ] && percent=0.96 || percent=0.94
  done
  echo "$versions" >"$work/versions"
}
mkdir -p "$work/policies/decision-tables/guangxi/2022"
start -Xmx400m -Dtuodi.store.directory="$work/policies" -Dtuodi.store.interval=500ms
span=$((seconds > 10 ? 2 * seconds : 20))
publish_for "$span" &   # warms up the compiler, and the rest
publisher=$!
load 1 "$span"
wait "$publisher"
load 1 "$span"
calm="$p50"
publish_for "$span" &
publisher=$!
load 1 "$span"
wait "$publisher"
check "nothing fails while policies are published" [ "$((refused + wrong))" -eq 0 ]
check "policies came into force meanwhile" [ "$(cat "$work/versions")" -gt 0 ]
row "one connection while $(cat "$work/versions") versions came into force in $span s" \
  "p50 $calm ms before, $p50 ms meanwhile ($(awk -v a="$calm" -v b="$p50" 'BEGIN {printf "%+.0f %%", (b / a - 1) * 100}')); p99 $p99 ms; $wrong failed"
stop

# A full disk under the policy store: what is in force stays, the desk says what is wrong, and goes on when there is room.
if [ "$(id -u)" -eq 0 ] && mkdir "$work/full" && mount -t tmpfs -o size=1m tmpfs "$work/full" 2>/dev/null; then
  hash="$(echo 'a password for this run only' | java -jar "$application/quarkus-run.jar" password)"
  start -Dtuodi.store.directory="$work/full" -Dtuodi.admin.password-hash="$hash"
  keep_draft() {
    curl -s -o "$work/draft" -w '%{http_code}' -u 'admin:a password for this run only' --data-binary "@$work/rate-0.96.xlsx" \
      -H 'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' \
      "$url/v1/desk/drafts?table=guangxi/2022/medical-assistance.xlsx"
  }
  dd if=/dev/zero of="$work/full/filler" bs=64k count=100 2>/dev/null || true
  full="$(keep_draft)"
  check "a draft is refused with 503 while the disk is full" [ "$full" = 503 ]
  check "decisions go on while the disk is full" is_decided
  rm "$work/full/filler"
  roomy="$(keep_draft)"
  check "a draft is kept once there is room" [ "$roomy" = 201 ]
  row "full disk under the policy store" "drafts refused with $full, decisions go on; $roomy once there is room"
  stop
  umount "$work/full"
else
  row "full disk under the policy store" "not tried: needs root to mount a small file system"
fi

# A kjar that is corrupt or missing: the service says so and does not start.
for fault in corrupt missing; do
  cp -r "$application" "$work/broken"
  jar="$(ls "$work/broken/app/"*.jar)"
  python3 - "$jar" "$fault" <<'PY'
import shutil, sys, zipfile
jar, fault = sys.argv[1:]
with zipfile.ZipFile(jar) as old, zipfile.ZipFile(jar + ".new", "w", zipfile.ZIP_DEFLATED) as new:
    for item in old.infolist():
        if item.filename == "editions/guangxi/2022/rules.kjar":
            if fault == "corrupt":
                new.writestr(item.filename, old.read(item)[:5000])
        else:
            new.writestr(item, old.read(item))
shutil.move(jar + ".new", jar)
PY
  if application="$work/broken" start; then
    row "$fault kjar" "STARTED NEVERTHELESS"
    failures=$((failures + 1))
    stop
  else
    row "$fault kjar" "does not start: $(grep -m1 -oE 'the (kjar|application|editions)[^:]*$|IllegalStateException: .*' "$work/log" | head -c 120)"
  fi
  rm -rf "$work/broken"
done

if [ "$soak" -gt 0 ]; then
  start
  load 16 20
  before="$(resident)"
  load 16 "$soak"
  check "nothing fails in the soak" [ "$wrong" -eq 0 ]
  row "soak of $soak s, 16 connections" \
    "$rate decisions/s; p99 $p99 ms, p99.9 $p999 ms; $wrong failed; memory $before → $(resident) MB"
  stop
fi

printf '| what | result |\n|---|---|\n'
cat "$work/table"
[ "$failures" -eq 0 ] || { echo "$failures expectation(s) not met" >&2; exit 1; }

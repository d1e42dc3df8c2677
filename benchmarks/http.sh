#!/usr/bin/env bash
# Measures the packaged service on this machine: single decisions against an endpoint that reads the same bodies and
# writes a canned decision (wrk, in turn, ratio of the medians), a batch, start-up and resident memory.
# usage: benchmarks/http.sh [SECONDS] [CLAIMS_OF_THE_BATCH]     needs: wrk, curl, python3, a built target/quarkus-app
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
batch=${2:-100000}
port=18080
management=19080
url=http://127.0.0.1:$port
work=$(mktemp -d)
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
jvm=${BENCHMARK_JVM:-"-Xmx160m -XX:+UseParallelGC -XX:+UseTransparentHugePages"}

python3 - "$work" <<'PY'
import json, sys
rows = [json.loads(l) for name in ("decisions", "decisions-random") for l in open(f"src/test/resources/conformance/{name}.jsonl")]
rows = [r["request"] for r in rows if "problem" not in r["expect"] and "payouts" in r["expect"] and r["expect"]["payouts"]]
rows = [json.dumps(r) for r in rows]
rows = [r for r in rows if 700 <= len(r) <= 1500]
open(sys.argv[1] + "/bodies", "w").write("\n".join(rows) + "\n")
print(f"{len(rows)} bodies, {sum(map(len, rows)) // len(rows)} bytes on average")
PY

began=$(date +%s%N)
java $jvm -XX:SharedArchiveFile=target/quarkus-app/tuodi.jsa -Dquarkus.http.port=$port -Dquarkus.http.host=127.0.0.1 -Dtuodi.management.port=$management -Dtuodi.benchmark=on -jar target/quarkus-app/quarkus-run.jar > "$work/log" 2>&1 &
server=$!
until curl -sf http://127.0.0.1:$management/q/health/ready > /dev/null; do sleep 0.02; kill -0 $server; done
echo "ready after $(( ($(date +%s%N) - began) / 1000000 )) ms ($(grep -o 'started in [0-9.]*s' "$work/log"))"

run() { BODIES=$work/bodies wrk -t1 -c16 -d"$1"s -s benchmarks/rotate.lua --latency "$url$2" > "$work/wrk"; if grep -q 'Non-2xx' "$work/wrk"; then cat "$work/wrk" >&2; exit 1; fi; awk '/Requests\/sec/ {print $2}' "$work/wrk"; }
# The compiler is at work for about a minute of full load; one round of the other endpoint suffices, it shares nearly all.
for warm in 1 2 3 4; do run "$seconds" /v1/decisions > /dev/null; done
run "$seconds" /benchmark/canned > /dev/null
for round in 1 2 3; do
  run "$seconds" /v1/decisions >> "$work/decided"
  run "$seconds" /benchmark/canned >> "$work/canned"
done
median() { sort -n "$1" | sed -n 2p; }
echo "decisions/s: $(tr '\n' ' ' < "$work/decided") canned/s: $(tr '\n' ' ' < "$work/canned")"
awk -v d="$(median "$work/decided")" -v c="$(median "$work/canned")" 'BEGIN {printf "median: %.0f decisions/s, %.0f canned/s, ratio %.2f\n", d, c, d / c}'
echo "resident memory after the load: $(( $(awk '/VmRSS/ {print $2}' /proc/$server/status) / 1024 )) MB"

python3 - "$work/bodies" "$batch" "$work/batch" <<'PY'
import json, sys
rows = [json.loads(l) for l in open(sys.argv[1])]
with open(sys.argv[3], "w") as out:
    for i in range(int(sys.argv[2])):
        r = rows[i % len(rows)]
        r["person"]["personId"] = f"P-{i // 3}"
        r["claimId"] = f"B-{i}"
        out.write(json.dumps(r) + "\n")
PY
# The first round is kept and its lines are counted; the others must answer as many bytes, and are not written anywhere.
send() { curl -s -T "$work/batch" -X POST -H 'Content-Type: application/x-ndjson' -o "$1" -w '%{time_total} %{size_download}' $url/v1/decisions/batch; }
read -r took size <<< "$(send "$work/answers")"
[ "$(wc -l < "$work/answers")" -eq "$batch" ] || { echo "not every claim was answered" >&2; exit 1; }
awk -v n="$batch" -v t="$took" 'BEGIN {printf "batch, written to a file: %d claims in %.2f s, %.0f claims/s\n", n, t, n / t}'
for round in 1 2 3; do
  read -r took again <<< "$(send /dev/null)"
  [ "$again" = "$size" ] || { echo "answered $again bytes instead of $size" >&2; exit 1; }
  awk -v n="$batch" -v t="$took" 'BEGIN {printf "batch: %d claims in %.2f s, %.0f claims/s\n", n, t, n / t}'
done
echo "resident memory after the batch: $(( $(awk '/VmRSS/ {print $2}' /proc/$server/status) / 1024 )) MB"

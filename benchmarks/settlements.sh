#!/usr/bin/env bash
# Measures year accounts on a PostgreSQL of its own beside the service: what they cost a start and decisions that are
# not booked, in turn with a service without them; settlements over many people, on one person, at about half of the
# load; previews in turn with decisions; a reversal in a year of fifty bills.
# usage: benchmarks/settlements.sh [SECONDS] [PEOPLE]     needs: postgresql, wrk, curl, python3, a built target/quarkus-app
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds="${1:-10}"
people="${2:-100000}"
work="$(mktemp -d)"
port=$((20000 + RANDOM % 10000))
url="http://127.0.0.1:$((port + 1))"
binaries="$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)"
jvm="${BENCHMARK_JVM:--Xmx300m -XX:+UseParallelGC}"
servers=()

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

clean() {
  for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
  as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -m immediate stop 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

[ "$(id -u)" -ne 0 ] || chown postgres "$work"
as_postgres "$binaries/initdb" -D "$work/data" -A trust -U tuodi -N -E UTF8 >/dev/null
as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -l "$work/database.log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work" start

start() { # $1: off or on, $2: offset of its ports; sets $started, and $ready_after in milliseconds
  local begun settings=() open='"open":false'
  begun="$(date +%s%N)"
  if [ "$1" = on ]; then
    settings=("-Dtuodi.accounts.database=jdbc:postgresql://127.0.0.1:$port/postgres?user=tuodi")
    open='"open":true'
  fi
  # shellcheck disable=SC2086
  java $jvm -XX:SharedArchiveFile=target/quarkus-app/tuodi.jsa -Dquarkus.http.host=127.0.0.1 \
    -Dquarkus.http.port=$((port + $2)) -Dtuodi.management.port=$((port + $2 + 1)) "${settings[@]}" \
    -jar target/quarkus-app/quarkus-run.jar >"$work/log-$1" 2>&1 &
  started=$!
  servers+=("$started")
  until curl -sf "http://127.0.0.1:$((port + $2 + 1))/q/health/ready" | grep -q "$open"; do
    kill -0 "$started"
    sleep 0.02
  done
  ready_after=$((($(date +%s%N) - begun) / 1000000))
}

median() { sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

for round in 0 1 2 3 4 5; do
  for accounts in off on; do
    start $accounts 1
    # The first start with accounts makes the schema.
    [ "$round" = 0 ] || echo "$ready_after" >>"$work/ready-$accounts"
    kill "$started"
    wait "$started" 2>/dev/null || true
  done
done
echo "ready after $(median <"$work/ready-off") ms without accounts, with accounts open after $(median <"$work/ready-on") ms" \
  "(medians of five starts in turn)"

start off 3
start on 1
head -1 src/test/resources/conformance/decisions.jsonl | python3 -c \
  'import json, sys; print(json.dumps(json.load(sys.stdin)["request"]))' >"$work/bodies"

decide() { # $1: offset of the port, $2: connections; decisions a second
  BODIES="$work/bodies" wrk -t1 -c"$2" -d"${seconds}s" -s benchmarks/load.lua "http://127.0.0.1:$((port + $1))${3:-/v1/decisions}" |
    awk '/^RESULT/ {print $2; exit $8 > 0}'
}

for warm in 1 2; do for offset in 3 1; do decide $offset 16 >/dev/null; done; done
for round in 1 2 3; do
  decide 3 16 >>"$work/decided-off"
  decide 1 16 >>"$work/decided-on"
done
off="$(median <"$work/decided-off")" on="$(median <"$work/decided-on")"
echo "decisions without accounts $off/s, with accounts $on/s: ratio $(awk "BEGIN {printf \"%.2f\", $on / $off}")"
kill "${servers[-2]}"

settle() { # $1: people, $2: connections, $3: milliseconds of rest; one line of figures
  RUN="R$(date +%s%N)" PEOPLE=$1 PAUSE=${3:-} wrk -t1 -c"$2" -d"${seconds}s" --timeout 30s -s benchmarks/settlements.lua --latency "$url" |
    awk '/^RESULT/ {print $2 "/s, median " $3 " ms, 99 % within " $4 " ms, 99.9 % within " $5 " ms; settled " $6 \
      ", 503 " $7 ", wrong " $8; exit $8 > 0}'
}

echo "warming up"
for _ in 1 2 3 4; do settle "$people" 64 >/dev/null; done
for _ in 1 2 3; do echo "$people people, 64 connections: $(settle "$people" 64 | tee "$work/last")"; done
echo "one person, 64 connections: $(settle 1 64)"
rate="$(cut -d/ -f1 "$work/last")"
[ "$rate" -gt 0 ]
echo "$people people, about half of the load: $(settle "$people" 64 $((64 * 2000 / rate)))"

# A preview reads the account of its person, which has bills by now.
python3 - "$work/bodies" "$people" <<'PY'
import json, random, sys
draw = random.Random(17)
with open(sys.argv[1], "w") as out:
    for _ in range(1000):
        out.write(json.dumps({"claimId": "V", "region": "450100", "serviceDate": "2023-05-01",
            "person": {"personId": f"P-{draw.randint(1, int(sys.argv[2]))}",
                       "identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2021-01-10"}]},
            "care": {"type": "INPATIENT"}, "costs": {"total": 9000, "policyScope": 9000, "advance": 0, "overLimit": 0,
            "selfPaid": 0}, "payments": {"basicInsurance": 0, "criticalIllness": 0}}) + "\n")
PY
for path in /v1/settlements/preview /v1/decisions; do decide 1 64 "$path" >/dev/null; done
for connections in 64 16; do
  rm -f "$work/previewed" "$work/decided-the-same"
  for round in 1 2 3; do
    decide 1 "$connections" /v1/settlements/preview >>"$work/previewed"
    decide 1 "$connections" >>"$work/decided-the-same"
  done
  previewed="$(median <"$work/previewed")" decided="$(median <"$work/decided-the-same")"
  echo "$connections connections: previews $previewed/s, decisions of the same claims $decided/s: a preview takes" \
    "$(awk "BEGIN {printf \"%.2f\", $decided / $previewed}") times as long"
done

python3 - "$url" <<'PY'
import http.client, json, statistics, sys, time
connection = http.client.HTTPConnection(sys.argv[1].split("//")[1])
def send(path, body):
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = json.loads(response.read())
    assert response.status in (200, 201), answer
    return answer
times = []
for year in range(12):
    for bill in range(50):
        send("/v1/settlements", {"claimId": f"Y-{year}-{bill}", "region": "450100", "serviceDate": "2023-05-01",
            "person": {"personId": f"Y-{year}", "identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2021-01-10"}]},
            "care": {"type": "INPATIENT"}, "costs": {"total": 900 + bill, "policyScope": 900 + bill, "advance": 0,
            "overLimit": 0, "selfPaid": 0}, "payments": {"basicInsurance": 0, "criticalIllness": 0}})
    began = time.perf_counter()
    changed = send(f"/v1/settlements/Y-{year}-0/reversal", {"reason": "refund"})
    times.append((time.perf_counter() - began) * 1000)
print(f"a reversal of the first of 50 bills: median {statistics.median(times[2:]):.1f} ms, slowest "
      f"{max(times[2:]):.1f} ms, {len(changed['adjustments'])} bills changed")
PY

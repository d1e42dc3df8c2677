#!/usr/bin/env bash
# Measures how fast claims are settled into year accounts, on a PostgreSQL of its own beside the service: over many
# people, on one person, at about half of the load, and a reversal in a year of fifty bills.
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
server=

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

clean() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -m immediate stop 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

[ "$(id -u)" -ne 0 ] || chown postgres "$work"
as_postgres "$binaries/initdb" -D "$work/data" -A trust -U tuodi -N -E UTF8 >/dev/null
as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -l "$work/database.log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work" start
# shellcheck disable=SC2086
java $jvm -XX:SharedArchiveFile=target/quarkus-app/tuodi.jsa -Dquarkus.http.host=127.0.0.1 \
  -Dquarkus.http.port=$((port + 1)) -Dtuodi.management.port=$((port + 2)) \
  "-Dtuodi.accounts.database=jdbc:postgresql://127.0.0.1:$port/postgres?user=tuodi" \
  -jar target/quarkus-app/quarkus-run.jar >"$work/log" 2>&1 &
server=$!
until curl -sf "http://127.0.0.1:$((port + 2))/q/health/ready" | grep -q '"open":true'; do
  kill -0 "$server"
  sleep 0.1
done

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

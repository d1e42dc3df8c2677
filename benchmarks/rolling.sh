#!/usr/bin/env bash
# Rehearses a rolling change: two replicas of the packaged service behind nginx, with a policy directory each, as a
# ConfigMap is mounted. While callers send claims without a pause, the directory's content changes, as Kubernetes changes
# it, first for one replica and later for the other; then each replica in turn is replaced by a new one. Fails if a request
# fails, or if the replicas do not agree in the end.
# usage: benchmarks/rolling.sh [CONNECTIONS]     needs: nginx, wrk, curl, python3, a built target/quarkus-app
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
connections="${1:-4}"
proxy="${PORT:-18090}"
application="${APPLICATION:-target/quarkus-app}"
jvm="${BENCHMARK_JVM:--Xmx200m -XX:+UseSerialGC}"
work="$(mktemp -d)"
declare -A replica # process of a replica by its port

clean() {
  for port in "${!replica[@]}"; do kill -9 "${replica[$port]}" 2>/dev/null || true; done
  [ ! -s "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

python3 - "$work" <<'PY'
import json, sys
work = sys.argv[1]
rows = [json.loads(l) for name in ("decisions", "decisions-random") for l in open(f"src/test/resources/conformance/{name}.jsonl")]
rows = [r["request"] for r in rows if r["expect"].get("payouts") and r["expect"]["edition"] == "guangxi/2022"]
open(work + "/bodies", "w").write("\n".join(map(json.dumps, rows)) + "\n")
PY
python3 benchmarks/rate.py 0.96 "$work/changed.xlsx"

# A mounted ConfigMap: flat names that lead through the link ..data to a folder that is replaced as a whole.
mount_map() { # $1 replica's folder, $2 version, $3 workbook
  mkdir -p "$1/..$2"
  cp "$3" "$1/..$2/guangxi.2022.medical-assistance.xlsx"
  ln -sfn "..$2" "$1/..next"
  mv -T "$1/..next" "$1/..data"
  ln -sfn ..data/guangxi.2022.medical-assistance.xlsx "$1/guangxi.2022.medical-assistance.xlsx"
}
start() { # $1 port, $2 policy directory
  # shellcheck disable=SC2086
  QUARKUS_SHUTDOWN_DELAY=3s java $jvm -Dquarkus.http.port="$1" -Dtuodi.management.port="$(($1 + 1000))" \
    -Dtuodi.store.directory="$2" \
    -jar "$application/quarkus-run.jar" >"$work/$1.log" 2>&1 &
  replica[$1]=$!
}
is_ready() { curl -sf -m 2 -o /dev/null "http://127.0.0.1:$(($1 + 1000))/q/health/ready"; }
await_ready() {
  until is_ready "$1"; do
    kill -0 "${replica[$1]}" || { cat "$work/$1.log" >&2; exit 1; }
    sleep 0.2
  done
}
in_force() { curl -s "http://127.0.0.1:$1/v1/policies/guangxi/2022" | grep -o '"contentHash":"[^"]*"' | head -n 1; }
# What a service of Kubernetes does: requests go to the replicas that are ready.
route() { # $@: ports
  {
    echo "worker_processes 1; pid $work/nginx.pid; error_log $work/error.log;"
    echo "events { worker_connections 1024; }"
    echo "http { access_log off; client_body_temp_path $work/body; proxy_temp_path $work/temp;"
    echo "fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;"
    echo "upstream tuodi { keepalive 32; $(printf 'server 127.0.0.1:%s; ' "$@")}"
    echo "server { listen 127.0.0.1:$proxy; location / { proxy_pass http://tuodi; proxy_http_version 1.1;"
    echo "proxy_set_header Connection ''; proxy_next_upstream off; } } }"
  } >"$work/nginx.conf"
  if [ -s "$work/nginx.pid" ]; then nginx -c "$work/nginx.conf" -s reload 2>/dev/null; else nginx -c "$work/nginx.conf"; fi
}
await_agreement() { # $@: ports; everybody answers with the same content, not that of $before
  local port hash
  for port in "$@"; do
    for _ in $(seq 300); do
      hash="$(in_force "$port")"
      [ "$hash" = "$before" ] || break
      sleep 0.2
    done
    [ "$hash" != "$before" ] || { echo "the replica on $port lags" >&2; exit 1; }
  done
  [ "$(for port in "$@"; do in_force "$port"; done | sort -u | wc -l)" -eq 1 ] || { echo "the replicas differ" >&2; exit 1; }
}

one=$((proxy + 1)) other=$((proxy + 2)) third=$((proxy + 3))
for port in "$one" "$other" "$third"; do
  mkdir -p "$work/map-$port"
  mount_map "$work/map-$port" 1 decision-tables/guangxi/2022/medical-assistance.xlsx
done
start "$one" "$work/map-$one"
start "$other" "$work/map-$other"
await_ready "$one"
await_ready "$other"
route "$one" "$other"
# A connection for every request: nginx closes those that idle when it is told of other replicas, and a request that comes
# just then would fail for a reason that is not the service's.
BODIES="$work/bodies" CONNECTION=close wrk -t1 -c"$connections" -d600s --timeout 30s -s benchmarks/load.lua \
  "http://127.0.0.1:$proxy/v1/decisions" >"$work/wrk" &
callers=$!
sleep 5

before="$(in_force "$one")"
mount_map "$work/map-$one" 2 "$work/changed.xlsx"
sleep 8
mount_map "$work/map-$other" 2 "$work/changed.xlsx"
mount_map "$work/map-$third" 2 "$work/changed.xlsx"
await_agreement "$one" "$other"
echo "a ConfigMap changed under both replicas, one after the other: they agree on $(in_force "$one")"

# A new replica is ready before an old one goes (maxSurge 1, maxUnavailable 0).
start "$third" "$work/map-$third"
await_ready "$third"
route "$one" "$other" "$third"
kill "${replica[$one]}"
while is_ready "$one"; do sleep 0.1; done
route "$other" "$third"
wait "${replica[$one]}" || true
start "$one" "$work/map-$one"
await_ready "$one"
route "$one" "$other" "$third"
kill "${replica[$other]}"
while is_ready "$other"; do sleep 0.1; done
route "$one" "$third"
wait "${replica[$other]}" || true
await_agreement "$one" "$third"
echo "both replicas replaced, one after the other: they agree on $(in_force "$one")"

sleep 2
kill -INT "$callers"
wait "$callers" || true
line="$(grep '^RESULT ' "$work/wrk")" || { cat "$work/wrk" >&2; exit 1; }
read -r _ rate p50 p99 p999 decided refused wrong <<<"$line"
echo "$decided decided, $refused refused, $wrong failed; $rate/s, p50 $p50 ms, p99 $p99 ms, p99.9 $p999 ms"
[ "$((refused + wrong))" -eq 0 ] || { echo "requests were lost" >&2; cat "$work/error.log" >&2; exit 1; }

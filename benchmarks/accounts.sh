#!/usr/bin/env bash
# Settles claims into year accounts on a PostgreSQL of its own and several replicas, takes some back and replaces some,
# kills replicas and the database at random, then computes every account again with another program from the claims and
# the answers that keep nothing. With no replicas (0) one service keeps them in its embedded database, and is killed.
# usage: benchmarks/accounts.sh [CLAIMS] [PEOPLE] [REPLICAS] [KILLS] [CORRECTIONS_OF_A_THOUSAND]
# needs: postgresql, python3, a built target/quarkus-app
#
# Fails where an account or an adjustment comes to another fen, where an acknowledged booking is lost, or where one is
# booked twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
claims="${1:-20000}"
people="${2:-1000}"
replicas="${3:-3}"
kills="${4:-3}"
corrections="${5:-10}"
embedded=""
[ "$replicas" -gt 0 ] || { embedded=yes replicas=1; }
work="$(mktemp -d)"
port=$((20000 + RANDOM % 10000))
binaries="$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)"
jvm="${BENCHMARK_JVM:--Xmx300m -XX:+UseParallelGC}"
servers=()

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

database() { # start, or stop as if the power had gone
  [ -z "$embedded" ] || return 0
  if [ "$1" = start ]; then
    as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -l "$work/database.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work -c max_connections=120" start
  else
    as_postgres "$binaries/pg_ctl" -s -w -D "$work/data" -m immediate stop
  fi
}

start() { # $1: which replica; sets its process
  # shellcheck disable=SC2086
  java $jvm -XX:SharedArchiveFile=target/quarkus-app/tuodi.jsa -Dquarkus.http.host=127.0.0.1 \
    -Dquarkus.http.port=$((port + 1 + $1)) -Dtuodi.management.port=$((port + 101 + $1)) \
    "-Dtuodi.accounts.database=$address" \
    -jar target/quarkus-app/quarkus-run.jar >>"$work/replica-$1.log" 2>&1 &
  servers[$1]=$!
}

wait_for() {
  until curl -sf "http://127.0.0.1:$((port + 101 + $1))/q/health/ready" | grep -q '"open":true'; do
    kill -0 "${servers[$1]}"
    sleep 0.1
  done
}

clean() {
  for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
  database stop 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

if [ -n "$embedded" ]; then
  address="$work/accounts"
else
  address="jdbc:postgresql://127.0.0.1:$port/postgres?user=tuodi"
  [ "$(id -u)" -ne 0 ] || chown postgres "$work"
  as_postgres "$binaries/initdb" -D "$work/data" -A trust -U tuodi -N -E UTF8 >/dev/null
fi
database start
urls=()
for ((i = 0; i < replicas; i++)); do
  start "$i"
  urls+=("http://127.0.0.1:$((port + 1 + i))")
done
for ((i = 0; i < replicas; i++)); do wait_for "$i"; done

python3 benchmarks/accounts.py load "$claims" "$people" "$corrections" "$work/acknowledged" "${urls[@]}" &
load=$!
acknowledged() { cat "$work/acknowledged" 2>/dev/null | wc -l; }

for ((kill = 0; kill < kills; kill++)); do
  # Somewhere in the part of the load that is this kill's.
  after=$((claims * kill / kills + RANDOM * claims / kills / 40000))
  until [ "$(acknowledged)" -gt "$after" ]; do
    kill -0 "$load"
    sleep 0.1
  done
  if [ $((kill % 3)) -eq 2 ] && [ -z "$embedded" ]; then
    echo "the database is killed"
    database stop
    database start
  else
    victim=$((kill % replicas))
    echo "replica $victim is killed"
    kill -9 "${servers[victim]}"
    wait "${servers[victim]}" 2>/dev/null || true
    start "$victim"
  fi
done
wait "$load"
python3 benchmarks/accounts.py check "$work/acknowledged" "${urls[0]}"

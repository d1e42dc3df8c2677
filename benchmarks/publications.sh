#!/usr/bin/env bash
# Publishes a workbook again and again at the packaged service, each time with another rate, decides a claim by it, and
# writes a Markdown table of what is left in heap and metaspace after full collections.
# usage: benchmarks/publications.sh [PUBLICATIONS] [EVERY]     needs: curl, python3, a JDK with jcmd, a built target/quarkus-app
#
# Fails if a publication does not pay by its rate, or if heap, metaspace or classes keep growing: the last third of the
# run may add to the third before it, each at its least, no more than 5 % of heap and metaspace and 1 % of classes, scaled
# to a thousand publications. What is only softly referenced is let go at every collection, so that what remains is what is
# held. By default a thousand publications, a line every fifty; the table goes to standard output.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
publications="${1:-1000}"
every="${2:-50}"
port="${PORT:-18082}"
application="${APPLICATION:-target/quarkus-app}"
jvm="${BENCHMARK_JVM:--Xmx400m -XX:+UseSerialGC -XX:SoftRefLRUPolicyMSPerMB=0}"
work="$(mktemp -d)"
server=""

clean() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

password="a password for this run only"
hash="$(echo "$password" | java -jar "$application/quarkus-run.jar" password)"
mkdir "$work/policies"
# shellcheck disable=SC2086
java $jvm -XX:+UsePerfData -Dquarkus.http.idle-timeout=10m -Dquarkus.http.port="$port" -Dquarkus.http.host=127.0.0.1 \
  -Dtuodi.management.port="$((port + 1000))" -Dtuodi.store.directory="$work/policies" -Dtuodi.admin.password-hash="$hash" \
  -jar "$application/quarkus-run.jar" >"$work/log" 2>&1 &
server=$!
until curl -sf -o /dev/null "http://127.0.0.1:$((port + 1000))/q/health/ready"; do
  kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; server=""; exit 1; }
  sleep 0.2
done
python3 benchmarks/publications.py "http://127.0.0.1:$port" "$server" "$password" "$publications" "$every" "$work"

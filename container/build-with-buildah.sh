#!/bin/bash
# Builds the container image where there is no container engine and no image registry, and tries it out.
#
# As root on Debian 12 or later, with: apt-get install buildah debootstrap curl
#
# The image to build with is made from Debian packages (debootstrap), the image from the Dockerfile (buildah, chroot
# isolation).
# The image is then started as it would be in production: its own user, a read-only root file system. It is asked for
# its readiness, the policies and some claims; once without the cache of classes, to see what that saves.
#
# Settings, all by environment variable:
#   IMAGE          name of the image                             (localhost/tuodi:latest)
#   DEBIAN_MIRROR  where the packages come from                  (http://deb.debian.org/debian)
#   BUILD_OPTIONS  more for "buildah bud", such as a proxy as --build-arg MAVEN_OPTS=... or a volume
#   CERTIFICATES   folder of the certificates that the build trusts, where they are not Debian's own, such as
#                  /etc/ssl/certs                                (none)
#   PORT           where the image listens while it is tried out (18765); health and metrics on the one after it
#   FRESH          1 to make the image to build with anew               (0)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

image="${IMAGE:-localhost/tuodi:latest}"
mirror="${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
port="${PORT:-18765}"
build_base=localhost/tuodi-build-base:trixie
export BUILDAH_ISOLATION=chroot

fail() {
  echo "$*" >&2
  exit 1
}

[ "$(id -u)" -eq 0 ] || fail "This needs root."
for tool in buildah debootstrap curl; do
  command -v "$tool" >/dev/null || fail "This needs $tool: apt-get install buildah debootstrap curl"
done

scratch="$(mktemp -d)"
container=""
service=""
settings=()

clean() {
  if [ -n "$service" ]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
  fi
  if [ -d "$scratch/root" ]; then
    for place in dev proc ""; do
      ! mountpoint --quiet "$scratch/root/$place" || umount "$scratch/root/$place"
    done
  fi
  [ -z "$container" ] || buildah rm "$container" >/dev/null || true
  rm -rf --one-file-system "$scratch"
}
trap clean EXIT

without_leftovers() {
  rm -rf "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/* "$1"/var/log/* "$1"/usr/share/{doc,locale,info}/* "$1"/tmp/*
  find "$1/usr/share/man" -type f -delete
}

build_image() {
  if [ "${FRESH:-0}" != 1 ] && buildah images "$build_base" >/dev/null 2>&1; then
    return
  fi
  debootstrap --variant=minbase --include=ca-certificates,openjdk-25-jdk-headless trixie "$scratch/base" "$mirror" \
    >"$scratch/debootstrap.log" || { tail -n 20 "$scratch/debootstrap.log" >&2; fail "debootstrap failed"; }
  without_leftovers "$scratch/base"
  container="$(buildah from scratch)"
  buildah add --quiet "$container" "$scratch/base" / >/dev/null
  buildah commit --quiet --rm "$container" "$build_base" >/dev/null
  rm -rf --one-file-system "$scratch/base"
  container=""
}

build() {
  local options=()
  # A build container has a name that it cannot look up; Maven need not try.
  options+=(--build-arg MAVEN_OPTS=-Daether.syncContext.named.discriminating.hostname=build)
  # Whatever is given comes later and wins.
  # shellcheck disable=SC2206
  options+=(${BUILD_OPTIONS:-})
  if [ -n "${CERTIFICATES:-}" ]; then
    options+=(--volume "$CERTIFICATES:/etc/ssl/certs:ro")
  fi
  # The compiler opens every library at once.
  buildah bud --layers --ulimit nofile=16384:16384 --build-arg BUILD_IMAGE="$build_base" "${options[@]}" \
    --tag "$image" .
}

# What the image says of itself: $1 is a Go template
config() {
  buildah inspect --type image --format "$1" "$image"
}

# The image's root, read-only, with the devices that every container has.
mount_root() {
  local mounted
  container="$(buildah from "$image")"
  mounted="$(buildah mount "$container")"
  mkdir "$scratch/root"
  mount --bind "$mounted" "$scratch/root"
  mount -o remount,bind,ro "$scratch/root"
  mount -t proc proc "$scratch/root/proc"
  mount -t tmpfs -o mode=755,size=64m tmpfs "$scratch/root/dev"
  mknod -m 666 "$scratch/root/dev/null" c 1 3
  mknod -m 666 "$scratch/root/dev/random" c 1 8
  mknod -m 666 "$scratch/root/dev/urandom" c 1 9
  mkdir -m 1777 "$scratch/root/dev/shm"
}

# Starts the image's entrypoint as the image's user, with what $settings has, and waits until it is ready; sets
# $millis. $@: more JVM options
start() {
  local user entrypoint environment begun
  user="$(config '{{.OCIv1.Config.User}}')"
  mapfile -t entrypoint < <(config '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' | sed '/^$/d')
  mapfile -t environment < <(config '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' | sed '/^$/d')
  begun="$(date +%s%N)"
  env -i "${environment[@]}" "${settings[@]}" QUARKUS_HTTP_PORT="$port" TUODI_MANAGEMENT_PORT="$((port + 1))" \
    JDK_JAVA_OPTIONS="$*" \
    chroot --userspec="$user" "$scratch/root" "${entrypoint[@]}" >"$scratch/service.log" 2>&1 &
  service=$!
  until ready; do
    kill -0 "$service" 2>/dev/null || { cat "$scratch/service.log" >&2; fail "The service did not start."; }
    [ $(($(date +%s%N) - begun)) -lt 60000000000 ] || { cat "$scratch/service.log" >&2; fail "Not ready in 60 s."; }
    sleep 0.02
  done
  millis=$((($(date +%s%N) - begun) / 1000000))
}

stop() {
  kill "$service"
  wait "$service" 2>/dev/null || true
  service=""
}

resident() {
  awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$service/status"
}

ready() {
  curl --silent --fail --output /dev/null "http://127.0.0.1:$((port + 1))/q/health/ready"
}

# The port is taken if anything answers, whatever it answers.
if curl --silent --output /dev/null "http://127.0.0.1:$port/"; then
  fail "Port $port is taken; set PORT."
fi
build_image
build

mount_root
start -XX:AOTMode=off
plain="$millis"
stop
# "on" does not start without the cache, where the image would only be slow.
start -XX:AOTMode=on
cached="$millis"
resident="$(resident)"

# A minimum-living household in Guangxi, in hospital: (26000 - 16000 - 2000) yuan × 90% = 7200 yuan.
cat >"$scratch/claim.json" <<'CLAIM'
{
  "claimId": "image-check", "region": "450100", "serviceDate": "2023-03-15",
  "person": {"identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2022-01-01"}]},
  "care": {"type": "INPATIENT"},
  "costs": {"total": 30000.00, "policyScope": 26000.00, "advance": 2000.00, "overLimit": 0, "selfPaid": 2000.00},
  "payments": {"basicInsurance": 16000.00, "criticalIllness": 2000.00},
  "yearToDate": {
    "year": 2023, "burdenAfterInsurance": 0, "criticalIllness": {"eligible": 0, "paid": 0},
    "assistance": {"eligible": {"INPATIENT": 0, "CHRONIC_OUTPATIENT": 0, "MAJOR_OUTPATIENT": 0},
                   "paid": {"INPATIENT": 0, "CHRONIC_OUTPATIENT": 0, "MAJOR_OUTPATIENT": 0}},
    "topUp": {"eligible": 0, "paid": 0}
  }
}
CLAIM
answer="$(curl --silent --show-error --header 'Content-Type: application/json' --data-binary "@$scratch/claim.json" \
  "http://127.0.0.1:$port/v1/decisions")"
cat "$scratch/service.log"
case "$answer" in
  *'"medicalAssistance":7200.00'*) ;;
  *) fail "The answer is not the one expected: $answer" ;;
esac

editions="$(curl --silent --fail "http://127.0.0.1:$port/v1/policies" | grep -o '"edition":"[^"]*","region"' | wc -l)"
[ "$editions" -ge 4 ] || fail "The service lists $editions editions."
account="$(awk '/^Uid/ {print $2}' "/proc/$service/status")"
[ "$account" -ne 0 ] || fail "The service runs as root."

# One claim after the other, then as many in a batch.
claims=5000
curl --silent --fail --header 'Content-Type: application/json' --data-binary "@$scratch/claim.json" --output /dev/null \
  "http://127.0.0.1:$port/v1/decisions?n=[1-$claims]" || fail "A claim was not decided."
tr -d '\n' <"$scratch/claim.json" >"$scratch/line"
for ((i = 0; i < claims; i++)); do cat "$scratch/line"; echo; done >"$scratch/batch"
decided="$(curl --silent --fail --header 'Content-Type: application/x-ndjson' --data-binary "@$scratch/batch" \
  "http://127.0.0.1:$port/v1/decisions/batch" | grep -c '"status":"DECIDED"')"
[ "$decided" -eq "$claims" ] || fail "Of a batch of $claims claims $decided were decided."
loaded="$(resident)"
stop

# With logins and Kafka on, and neither there yet, it is ready as well.
settings=(QUARKUS_OIDC_TENANT_ENABLED=true QUARKUS_OIDC_AUTH_SERVER_URL=https://127.0.0.1:9/
  QUARKUS_OIDC_CREDENTIALS_SECRET=none TUODI_INTAKE_ENABLED=true KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9
  KAFKA_SECURITY_PROTOCOL=SASL_SSL KAFKA_SASL_MECHANISM=SCRAM-SHA-512
  'KAFKA_SASL_JAAS_CONFIG=org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b";')
start
complete="$millis"
! grep -E 'NoClassDefFoundError|ClassNotFoundException|NoSuchAlgorithm' "$scratch/service.log" ||
  fail "Something is missing in the runtime."
stop
echo "Answer:     7200.00 yuan, as expected"
echo "Policies:   $editions editions"
echo "Image:      $image, $(buildah images --format '{{.Size}}' "$image")"
echo "Start:      ready after $cached ms ($plain ms without the cache of classes, $complete ms with logins and Kafka on)"
echo "            read-only, as user $account"
echo "Memory:     $resident MB resident when ready, $loaded MB after $((2 * claims)) decisions"

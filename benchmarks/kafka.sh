#!/usr/bin/env bash
# Measures how many claims a second go through Kafka: a broker from the test class path and the packaged service, both
# on this machine; six partitions, one replica.
# usage: benchmarks/kafka.sh [CLAIMS_A_ROUND]     needs: a build with its tests compiled (./mvnw -B -DskipTests package)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
./mvnw -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test \
  -Dmdep.outputFile="$work/class-path"
java -cp "target/test-classes:target/classes:$(cat "$work/class-path")" \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager benchmarks/KafkaLoad.java "${1:-100000}"

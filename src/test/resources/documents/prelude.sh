# What goes before a block of a page: failures are failures, and a service that is started goes on for its page.
set -euo pipefail

curl() {
  command curl --fail-with-body --max-time 60 "$@"
}

# Starts the service on free ports and waits until it listens; everything else is the launcher as it is.
function ./tuodi {
  if [ "$1" != run ]; then
    "$REPOSITORY/tuodi" "$@"
    return
  fi
  shift
  stop_service
  "$REPOSITORY/tuodi" run -Dquarkus.http.port=0 -Dtuodi.management.port=0 "$@" </dev/null >service.log 2>&1 &
  echo $! >service.pid
  local tries=900
  until grep -q 'Health and metrics: ' service.log && grep -q 'Listening on: ' service.log; do
    if ! kill -0 "$(cat service.pid)" || [ $((tries -= 1)) -eq 0 ]; then
      cat service.log
      return 1
    fi
    sleep 0.1
  done
}

stop_service() {
  if [ -e service.pid ]; then
    kill "$(cat service.pid)" || true
    rm service.pid service.log
  fi
}

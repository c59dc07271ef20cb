#!/usr/bin/env bash
# Kills `release up` and `release destroy` with SIGKILL at ROUNDS random moments (200 by default), and checks after each that
# nothing is unreadable, lost or doubled, and that the next `up` completes. Says at the end how far the killed ones were.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

RELEASE_KILL_ROUNDS=${1:-200} dotnet test tests/Release.Tests \
  --filter 'FullyQualifiedName~KilledUpdateTests' --logger 'console;verbosity=normal'

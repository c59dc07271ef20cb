#!/usr/bin/env bash
# Has Azure's own command line read a container app of the embedded Azure, over its wire format.
# It installs a package, so it runs only where RUN_AZ_CLI=1 asks for that.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { echo "Skipped: $1"; exit 0; }

[ "${RUN_AZ_CLI:-}" = 1 ] || skip "set RUN_AZ_CLI=1 to have Debian's azure-cli installed and run."

if ! command -v az > /dev/null; then
  command -v apt-get > /dev/null || skip "there is no az, and no apt-get to install it with."
  [ "$(id -u)" = 0 ] || skip "there is no az, and only root can install it."
  { apt-get update -q && apt-get install -q -y --no-install-recommends azure-cli; } || skip "Debian's azure-cli cannot be installed here."
fi

dotnet test tests/Rehearsal.Tests --filter "FullyQualifiedName~AzCommandLineTests" -- NUnit.ExplicitMode=Relaxed

#!/usr/bin/env bash
# Installs what the tests need where it is missing, then runs everything. The last line is "N passed, N failed".
set -u
cd "$(dirname "$0")/.."

need() { command -v "$1" >/dev/null 2>&1 || { echo "$2" >&2; echo "0 passed, 1 failed"; exit 1; }; }
need dotnet "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"
need node "Node.js 20 or newer is needed: https://nodejs.org"

if ! command -v chromium >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests…"
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo"
  $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium >/dev/null || { echo "Chromium could not be installed." >&2; echo "0 passed, 1 failed"; exit 1; }
fi

passed=0; failed=0
count() { # adds the figures a runner printed: $1 its exit code, $2 passed, $3 failed
  passed=$((passed + ${2:-0})); failed=$((failed + ${3:-0}))
  if [ "$1" != 0 ] && [ "${3:-0}" = 0 ]; then failed=$((failed + 1)); fi
}

log=$(mktemp); trap 'rm -f "$log"' EXIT

echo "== Packages of the sandbox and its portal"
for folder in src/JuryBot.Sandbox src/JuryBot.Sandbox/Portal; do
  [ -d "$folder/node_modules" ] || npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error || count 1
done

echo "== Build"
dotnet build JuryBot.sln -v q -nologo || { echo "$passed passed, $((failed + 1)) failed"; exit 1; }

for project in Domain Teams Browser ""; do
  name="JuryBot.${project:+$project.}Tests"
  echo "== $name"
  dotnet run --no-build --project "tests/$name" -- --progress off --no-ansi 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  count "$code" "$(sed -nE 's/^ *succeeded: ([0-9]+).*/\1/p' "$log" | tail -n 1)" "$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$log" | tail -n 1)"
done

echo "== The portal's own tests"
(cd src/JuryBot.Sandbox/Portal && npx vitest run --reporter=dot --no-color) 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
count "$code" "$(sed -nE 's/^ *Tests .* ([0-9]+) passed.*/\1/p' "$log" | tail -n 1)" "$(sed -nE 's/^ *Tests +([0-9]+) failed.*/\1/p' "$log" | tail -n 1)"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]

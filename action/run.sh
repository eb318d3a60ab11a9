#!/usr/bin/env bash
# Runs "scimulator test" for action.yml. Everything comes as environment variables, so that no text from outside is part of a script.
set -euo pipefail

outcome() {
  echo "outcome=$1" >>"$GITHUB_OUTPUT"
}

refuse() {
  echo "::error::$1"
  outcome not-looked-at
  exit 2
}

[[ "$INPUT_TOKEN_ENV" =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] || refuse 'token-env takes the name of an environment variable, not a token'
[[ "$INPUT_VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || refuse 'version takes one version, such as 0.1.0'
[[ "$INPUT_FORKS" =~ ^(skip|run)$ ]] || refuse 'forks takes skip or run'

if [[ "$IS_FORK" == true && "$INPUT_FORKS" == skip ]]; then
  message='A pull request from a fork gets no secrets, so the SCIM endpoint was not tested. It is tested when the change is on a branch of this repository.'
  echo "::notice title=Scimulator::$message"
  echo "$message" >>"$GITHUB_STEP_SUMMARY"
  outcome skipped
  exit 0
fi

token=${!INPUT_TOKEN_ENV:-}
# A mask covers one line.
while IFS= read -r line; do
  [[ -z "$line" ]] || echo "::add-mask::$line"
done <<<"$token"

arguments=(test "$INPUT_URL" --reporter github)
[[ -z "$token" ]] || arguments+=(--token-env "$INPUT_TOKEN_ENV")
[[ -z "$INPUT_START" ]] || arguments+=(--start "$INPUT_START")
while IFS= read -r line; do
  [[ -z "$line" ]] || arguments+=("$line")
done <<<"$INPUT_OPTIONS"

code=0
npx --yes "scimulator@$INPUT_VERSION" "${arguments[@]}" || code=$?
case $code in
  0) outcome passed ;;
  1) outcome findings ;;
  2) outcome not-looked-at ;;
  4) outcome left-behind ;;
  *) outcome bug ;;
esac
exit "$code"

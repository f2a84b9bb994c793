# shellcheck shell=bash
# The checks of the front end's own TypeScript; their tools lie beside its tests and do not ship.

# check_frontend: type check, lint and unit tests.
check_frontend() {
  local folder=${root:?}/ui/src/test/frontend stamp
  stamp=$folder/node_modules/.installed
  (
    cd "$folder" || exit
    PATH=${node_folder:?}:$PATH
    if ! cmp -s package-lock.json "$stamp"; then
      # Whatever fails here must be said: left of || a failing line does not end the script.
      npm ci --silent --no-audit --no-fund || exit
      cp package-lock.json "$stamp" || exit
    fi
    npm run --silent check
  ) || fail "the front end's types, style or unit tests are at fault (infra/test --frontend runs these alone)"
}

# shellcheck shell=bash
# What the scripts of infra need from the machine: JDK 25, Maven, Node for Vaadin's build, a browser and fonts for the
# tests. Looks first, installs only where it may (root or sudo without a password), else says what is missing.

# shellcheck source=infra/lib/progress.sh
. "$(dirname "${BASH_SOURCE[0]}")/progress.sh"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${KYOSEI_CACHE:-${HOME}/.cache/kyosei}
node_version=24.17.0
npm_version=11

say() { printf '%s\n' "$*" >&2; }
fail() { say "kyosei: $*"; exit 1; }

# apt_install PACKAGE…: true if all of them were installed.
apt_install() {
  command -v apt-get >/dev/null || return 1
  local -a as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  say "Installing Debian packages: $*"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 && return 0
  "${as_root[@]}" apt-get update -q >&2 || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [[ $("$1/bin/javac" -version 2>&1) == "javac 25"* ]]
}

# Sets and exports JAVA_HOME.
prepare_jdk() {
  local candidate on_path=
  if command -v javac >/dev/null; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* "${HOME}"/.sdkman/candidates/java/*; do
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  local package
  for package in openjdk-25-jdk-headless temurin-25-jdk; do
    if apt_install "$package"; then
      for candidate in /usr/lib/jvm/*; do
        if is_jdk_25 "$candidate"; then
          export JAVA_HOME=$candidate
          return
        fi
      done
    fi
  done
  fail "no JDK 25 found (JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman). Install one, for instance Debian's openjdk-25-jdk-headless or Eclipse Temurin 25, and set JAVA_HOME.
JDK 25 が見つかりません。"
}

prepare_maven() {
  command -v mvn >/dev/null || apt_install maven || fail "no Maven found: install maven. Maven が見つかりません。"
}

is_node_for_vaadin() {
  local node=$1/node npm=$1/npm major npm_found
  [ -x "$node" ] && [ -x "$npm" ] || return 1
  major=$("$node" --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  npm_found=$(PATH="$1:$PATH" "$npm" --version 2>/dev/null) || return 1
  [ "${major:-0}" -ge 24 ] && [ "$(printf '%s\n' 11.3.0 "$npm_found" | sort -V | head -n 1)" = 11.3.0 ]
}

# Sets node_folder, which Vaadin's build is given as vaadin.node.folder: merely on PATH it is not found.
prepare_node() {
  if command -v node >/dev/null; then
    node_folder=$(dirname "$(command -v node)")
    is_node_for_vaadin "$node_folder" && return
  fi
  node_folder=$cache/node-$node_version/bin
  is_node_for_vaadin "$node_folder" && return
  command -v npm >/dev/null || apt_install npm || fail "no Node >= 24 with npm >= 11.3, and no npm to fetch it with: install Node 24. Node.js 24 が見つかりません。"
  say "Fetching Node $node_version into $cache"
  npm install --global --silent --no-audit --no-fund --prefix "$cache/node-$node_version" "node@$node_version" "npm@$npm_version" >&2
  is_node_for_vaadin "$node_folder" || fail "Node $node_version in $node_folder does not run"
}

# For the browser tests; sets and exports KYOSEI_CHROMIUM.
prepare_browser() {
  local -a missing=()
  local browser
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
  if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=ja family)" ]; then
    missing+=(fonts-noto-cjk)
  fi
  if [ ${#missing[@]} -gt 0 ] && ! apt_install "${missing[@]}"; then
    say "kyosei: ${missing[*]} missing and not installable: browser tests and screens with Japanese may fail"
  fi
  if browser=$(command -v chromium || command -v google-chrome); then
    export KYOSEI_CHROMIUM=$browser
  fi
}

# maven ARGUMENT…
maven() {
  (cd "$root" && mvn -B ${node_folder:+"-Dvaadin.node.folder=$node_folder"} "$@")
}

# Vaadin keeps an old bundle as long as it holds all components of the application, though a route may show one now that its
# part of the bundle lacks, or a style sheet may read otherwise: the bundle goes when the front end, or what the classes of the
# screens make and import, has changed.
drop_stale_bundle() {
  local folder=$root/ui/src/main/bundles uses
  uses=$(
    cd "$root/ui/src/main" || exit
    {
      grep -roE '^import [^;]+|new [A-Z][A-Za-z]+|extends [A-Z][A-Za-z]+|@(Css|Js)[A-Za-z]+\(.*' java | sort -u
      find frontend -path frontend/generated -prune -o -type f ! -name index.html -exec sha256sum {} + | sort
    } | sha256sum | cut -d ' ' -f 1
  )
  if [ -f "$folder/prod.bundle" ] && [ "$(cat "$folder/uses" 2>/dev/null)" != "$uses" ]; then
    rm -f "$folder/prod.bundle"
  fi
  mkdir -p "$folder"
  printf '%s\n' "$uses" >"$folder/uses"
}

# A hash over everything that the build reads.
source_hash() {
  local -a parts=(pom.xml .mvn NOTICE backend ui infra/services infra/realm)
  (
    cd "$root" || exit
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
      git ls-files -coz --exclude-standard -- "${parts[@]}"
    else
      find "${parts[@]}" \( -name target -o -name node_modules -o -name generated -o -name bundles \) -prune \
        -o -type f ! -path ui/tsconfig.json ! -path 'ui/vite.*' ! -name types.d.ts ! -name index.html -print0
    fi | sort -zu | while IFS= read -r -d '' file; do
      if [ -f "$file" ]; then sha256sum -- "$file"; fi
    done | sha256sum | cut -d ' ' -f 1
  )
}

# Packages the product if its sources changed since the last time.
build_if_changed() {
  local stamp=$root/infra/services/target/built log=$root/infra/services/target/build.log hash
  mkdir -p "$root/infra/services/target"
  exec 9>"$root/infra/services/target/build.lock"
  flock 9
  hash=$(source_hash)
  if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$hash" ] || ! compgen -G "$root/ui/target/kyosei-ui-*.jar" >/dev/null; then
    prepare_maven
    prepare_node
    say "Building: 1 to 2 minutes, the first time 5 to 15 for fetching libraries. 組立て中（1～2分、初回は5～15分）。
  log: $log"
    drop_stale_bundle
    rm -rf "$stamp" "$root/ui/target/lib" "$root/infra/services/target/lib"
    maven -pl infra/services,ui -am -DskipTests package >"$log" 2>&1 &
    local build=$!
    follow_build "$build" "$log"
    if ! wait "$build"; then
      tail -n 40 "$log" >&2
      fail "the build failed; all of it: $log"
    fi
    printf '%s\n' "$hash" >"$stamp"
  fi
  flock -u 9
  exec 9>&-
}

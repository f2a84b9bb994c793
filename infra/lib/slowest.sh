# shellcheck shell=bash
# What the tests of a run took, class by class, from Surefire's reports.

# times_of_classes FOLDER SINCE: seconds and class, the slowest first, of reports below FOLDER newer than the file SINCE.
times_of_classes() {
  find "$1" -path '*/target/surefire-reports/TEST-*.xml' -newer "$2" -exec awk '
    /<testsuite / {
      match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8)
      match($0, / time="[^"]*"/); time = substr($0, RSTART + 7, RLENGTH - 8)
      gsub(",", "", time); sub(/.*\./, "", name); print time, name; nextfile
    }' {} + | sort -rn
}

# check_budgets FOLDER SINCE: prints the ten slowest classes; false if one took longer than FOLDER/infra/test-budgets allows.
check_budgets() {
  local times over
  times=$(times_of_classes "$1" "$2")
  [ -n "$times" ] || return 0
  say "The ten slowest test classes, in seconds:"
  say "$(head -n 10 <<<"$times" | awk '{ printf "  %8.1f  %s\n", $1, $2 }')"
  over=$(awk '
    NR == FNR { if ($0 !~ /^#/ && NF == 2) budget[$2] = $1; next }
    { allowed = ($2 in budget) ? budget[$2] : budget["*"] }
    $1 + 0 > allowed { printf "  %s took %.0f s, its budget is %d s\n", $2, $1, allowed }
  ' "$1/infra/test-budgets" - <<<"$times")
  [ -z "$over" ] && return 0
  say "Test classes over their budget (infra/test-budgets): a slow test is a defect"
  say "$over"
  return 1
}

#!/usr/bin/env bash
# The Monte-Carlo error that a report states is the error there is: probabilities of the sample cohort at 128 draws, and where
# draws stop early, against those at 1,000 draws of another seed.
# About: Sources/Mechanism/Model/mtorc1.xml
# About: Sources/Mechanism/Model/ensemble.csv
# About: Sources/Mechanism/Model/ensemble_reference.csv
# About: Sources/Mechanism/Model/mapping.csv
# About: Sources/Mechanism/Model/population.csv
# About: Sources/Mechanism/Model/population_correlation.csv
# About: Sources/Mechanism/Model/laboratory_error.csv
# About: Sources/Mechanism/Model/reference_person.csv
set -euo pipefail
cd "$(dirname "$0")/../.."
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=.build/release/rheostat
"$tool" run sample-data/cohort.csv --out "$work/few" --draws 128 --all-draws --seed 1 --quiet >&2
"$tool" run sample-data/cohort.csv --out "$work/early" --seed 1 --quiet >&2
"$tool" run sample-data/cohort.csv --out "$work/many" --draws 1000 --all-draws --seed 2 --quiet >&2
# Of the columns wanted none is text with commas before it; the reason is, so fields are counted outside quotes.
compare() {
awk '
  function split_csv(line, out,   n, i, c, quoted, field) {
    n = 0; field = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
      c = substr(line, i, 1)
      if (c == "\"") quoted = !quoted
      else if (c == "," && !quoted) { out[++n] = field; field = "" }
      else field = field c
    }
    out[++n] = field
    return n
  }
  { n = split_csv($0, f) }
  FNR == 1 { file++; for (i = 1; i <= n; i++) at[file, f[i]] = i; next }
  file == 1 { for (k in classes) delete classes[k]; key = f[1] "," f[2]
    for (i = 1; i <= 4; i++) few[key, i] = f[at[1, names(i)]]; draws[key] = f[at[1, "n_draws"]]; verdict[key] = f[at[1, "phenotype"]]; next }
  { key = f[1] "," f[2]; visits++
    if (verdict[key] != f[at[2, "phenotype"]]) moved++
    for (i = 1; i <= 4; i++) {
      p = f[at[2, names(i)]]; q = few[key, i]; n = f[at[2, "n_draws"]]; m = draws[key]
      if (p == "" || q == "") continue
      # The share pooled over both runs, shrunken so that 0 and 1 have an error too.
      s = (p * n + q * m + 0.5) / (n + m + 1)
      z = (p - q) / sqrt(s * (1 - s) * (1 / m + 1 / n))
      compared++; if (z < 0) z = -z
      if (z > 2) beyond2++
      if (z > 4) beyond4++
    } }
  function names(i) { return i == 1 ? "p_sensitive" : i == 2 ? "p_suppressed" : i == 3 ? "p_overactivated" : "p_mixed" }
  END {
    printf "| %s | %d | %d | %.2f %% | %d | %d (%.1f %%) |\n", name, visits, compared, 100 * beyond2 / compared, beyond4,
      moved, 100 * moved / visits
    exit beyond2 / compared > 0.06 || beyond4 > compared / 1000
  }' name="$1" "$2/tables/patients.csv" "$work/many/tables/patients.csv"
}
printf 'Against 1,000 draws of another seed; 5 %% beyond 2 standard errors are expected of a normal. The standard error is that of\n'
printf 'the draws that were made.\n\n'
printf '| draws | visits | probabilities | beyond 2 standard errors | beyond 4 | other verdicts |\n|---|---:|---:|---:|---:|---:|\n'
failed=0
compare "128" "$work/few" || failed=1
compare "500 at most, stopping early" "$work/early" || failed=1
exit "$failed"

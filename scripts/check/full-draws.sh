#!/usr/bin/env bash
# The Monte-Carlo error that a report states is the error there is: probabilities of the sample cohort at 128 draws
# against those at 1,000 draws of another seed.
# About: Sources/Mechanism/Model/mtorc1.xml
# About: Sources/Mechanism/Model/ensemble.csv
# About: Sources/Mechanism/Model/ensemble_reference.csv
# About: Sources/Mechanism/Model/mapping.csv
# About: Sources/Mechanism/Model/population.csv
# About: Sources/Mechanism/Model/population_correlation.csv
# About: Sources/Mechanism/Model/laboratory_error.csv
set -euo pipefail
cd "$(dirname "$0")/../.."
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=.build/release/rheostat
"$tool" run sample-data/cohort.csv --out "$work/few" --draws 128 --seed 1 --quiet >&2
"$tool" run sample-data/cohort.csv --out "$work/many" --draws 1000 --seed 2 --quiet >&2
# Of the columns wanted none is text with commas before it; the reason is, so fields are counted outside quotes.
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
    for (i = 1; i <= 4; i++) few[key, i] = f[at[1, names(i)]]; verdict[key] = f[at[1, "phenotype"]]; next }
  { key = f[1] "," f[2]; visits++
    if (verdict[key] != f[at[2, "phenotype"]]) moved++
    for (i = 1; i <= 4; i++) {
      p = f[at[2, names(i)]]; q = few[key, i]
      if (p == "" || q == "") continue
      # The share pooled over both runs, shrunken so that 0 and 1 have an error too.
      s = (p * 1000 + q * 128 + 0.5) / 1129
      z = (p - q) / sqrt(s * (1 - s) * (1 / 128 + 1 / 1000))
      compared++; if (z < 0) z = -z
      if (z > 2) beyond2++
      if (z > 4) beyond4++
    } }
  function names(i) { return i == 1 ? "p_sensitive" : i == 2 ? "p_suppressed" : i == 3 ? "p_overactivated" : "p_mixed" }
  END {
    printf "%d visits, %d probabilities; beyond 2 standard errors %.2f %% (5 %% expected of a normal), beyond 4: %d.\n\n",
      visits, compared, 100 * beyond2 / compared, beyond4
    printf "Verdicts that differ between 128 and 1,000 draws: %d of %d (%.1f %%).\n", moved, visits, 100 * moved / visits
    exit beyond2 / compared > 0.06 || beyond4 > compared / 1000
  }' "$work/few/tables/patients.csv" "$work/many/tables/patients.csv"

#!/usr/bin/env bash
# Whether the synthetic cohort shows the published figures that its generator was given, seen from outside: read from its
# CSV as anyone would, in a cohort of 40,000, and compared with what the publications say.
set -euo pipefail
cd "$(dirname "$0")/../.."

printf '40,000 synthetic people; published figures against what their file holds.\n\n'
printf '| what | published | found | tolerance | holds |\n|---|---:|---:|---:|---|\n'
.build/release/generate-sample-data --people 40000 --seed 20 --out - |
  # The one quoted comma of the generator is in a site's name.
  sed 's/"North, research"/North/' |
  awk -F, '
    function number(text) { return text ~ /^[0-9.]+$/ }
    function keep(group, x) { values[group, ++count[group]] = x; sum[group] += x }
    function median(group,   i, j, k, n, low, high, pivot, t) {
      # Quickselect.
      n = count[group]; k = int((n + 1) / 2); low = 1; high = n
      while (low < high) {
        pivot = values[group, k]; i = low; j = high
        while (i <= j) {
          while (values[group, i] < pivot) i++
          while (values[group, j] > pivot) j--
          if (i <= j) { t = values[group, i]; values[group, i] = values[group, j]; values[group, j] = t; i++; j-- }
        }
        if (j < k) low = i
        if (k < i) high = j
      }
      return values[group, k]
    }
    function mean(group) { return count[group] ? sum[group] / count[group] : 0 }
    function row(what, published, found, tolerance,   holds) {
      holds = found >= published - tolerance && found <= published + tolerance
      printf "| %s | %s | %.4g | %s | %s |\n", what, published, found, tolerance, holds ? "yes" : "NO"
      if (!holds) bad = 1
    }
    NR == 1 { for (i = 1; i <= NF; i++) { name = $i; sub(/ \(.*/, "", name); at[name] = i }; width = NF; next }
    NF != width { next }
    {
      bmi = number($at["weight"]) && $at["height"] > 0 ? $at["weight"] / ($at["height"] / 100) ^ 2 : 0
      haemodialysis = $at["dialysis"] == "haemodialysis"
      wasted = haemodialysis && bmi > 0 && bmi < 19
      egfr = $at["egfr"]
      if (haemodialysis && bmi >= 21) {
        if (number($at["leptin"])) keep("leptin HD", $at["leptin"] + 0)
        if (number($at["adiponectin"])) keep("adiponectin HD", $at["adiponectin"] + 0)
        if (number($at["albumin"])) keep("albumin HD", $at["albumin"] + 0)
      }
      if (wasted && number($at["albumin"])) keep("albumin wasted", $at["albumin"] + 0)
      if ($at["dialysis"] == "peritoneal" && number($at["leptin"])) keep("leptin PD", $at["leptin"] + 0)
      if (number($at["adiponectin"]) && $at["diabetes"] == "none" && bmi > 0 && bmi < 30) {
        if (egfr == ">90") keep("adiponectin G1", $at["adiponectin"] + 0)
        if (number(egfr) && egfr >= 60) keep("adiponectin G2", $at["adiponectin"] + 0)
      }
      # CRIC is a cohort of CKD. Below 60 hardly any IL-6 falls below the assay, which would flatten the line. Held equal
      # for waist, which falls with eGFR among the archetypes.
      if (number(egfr) && egfr < 60 && number($at["il6"]) && number($at["waist"])) {
        y = log($at["il6"]); x = egfr + 0; z = $at["waist"] + 0
        n++; sx += x; sz += z; sy += y; sxx += x * x; sxz += x * z; szz += z * z; sxy += x * y; szy += z * y
      }
      # CKD-EPI 2021 again, from what the file holds; one mL/min for its whole numbers and one for the age in whole years.
      if (number(egfr) && number($at["creatinine"]) && $at["sex"] ~ /male/ && $at["creatinine"] > 20 && $at["age"] < 120) {
        female = $at["sex"] == "female"
        ratio = $at["creatinine"] / 88.4 / (female ? 0.7 : 0.9)
        again = 142 * 0.9938 ^ $at["age"] * (female ? 1.012 : 1) * \
          (ratio < 1 ? ratio ^ (female ? -0.241 : -0.302) : ratio ^ -1.2)
        difference = again > egfr ? again - egfr : egfr - again
        if (difference > worst) worst = difference
        compared++
      }
    }
    END {
      row("leptin, peritoneal dialysis, median ng/mL (Fontan 1999)", 36, median("leptin PD"), 7)
      row("leptin, haemodialysis, median ng/mL (Fontan 1999)", 5.4, median("leptin HD"), 1.1)
      row("adiponectin, haemodialysis, mean ug/mL (n 133, Egypt)", 18.1, mean("adiponectin HD"), 2.7)
      row("adiponectin, G1, mean ug/mL", 6.57, mean("adiponectin G1"), 1)
      row("adiponectin, G2, mean ug/mL", 8.23, mean("adiponectin G2"), 1.2)
      xx = sxx - sx * sx / n; zz = szz - sz * sz / n; xz = sxz - sx * sz / n
      xy = sxy - sx * sy / n; zy = szy - sz * sy / n
      row("IL-6, slope of ln a mL/min of eGFR at equal waist (CRIC)", -0.012, (xy * zz - zy * xz) / (xx * zz - xz * xz), 0.002)
      row("albumin, haemodialysis, well nourished, mean g/dL (rs-7760107)", 3.82, mean("albumin HD"), 0.1)
      row("albumin, haemodialysis, malnourished, mean g/dL (rs-7760107)", 3.12, mean("albumin wasted"), 0.1)
      row("reported eGFR against CKD-EPI 2021 from creatinine, age, sex: largest difference of " compared, 0, worst, 2)
      exit bad || compared == 0
    }'

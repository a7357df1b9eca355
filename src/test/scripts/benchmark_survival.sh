#!/bin/sh
# Times R and this software on the same simulated data, one after the other, and prints R's time over ours: coxph for
# each of 2,000 features of 5,000 patients (efron ties, with concordance), and cv.glmnet(family = "cox"), 10 folds, on
# 500 patients and 1,000 features. Needs R with survival and glmnet, and the test classes (mvn test-compile).
# Clock times mean something on an idle machine only; processor times bear company.
# Usage: src/test/scripts/benchmark_survival.sh [runs]
set -e
cd "$(dirname "$0")/../../.."
runs=${1:-3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
Rscript src/test/scripts/survival_benchmark.R "$folder" "$runs" | tee "$folder/r.txt"
mvn -q -B dependency:build-classpath -Dmdep.outputFile="$folder/classpath" >/dev/null
java -cp "target/test-classes:target/classes:$(cat "$folder/classpath")" \
	io.github.radiomicsnomogram.survival.SurvivalBenchmark "$folder" "$runs" | tee "$folder/java.txt"
awk 'FNR == NR { r[$1] = $2; next } { j[$1] = $2 } END {
	for (k in j) if (k in r) printf "%s: R %s, Java %s\n", k, r[k], j[k]
	for (w in r) if (sub(/_R$/, "", w)) {
		printf "%s, clock: R %.2f s; Java %.2f s on 1 thread, ratio %.1f; %.2f s on all, ratio %.1f\n", w, r[w "_R"], \
			j[w "_1_thread"], r[w "_R"] / j[w "_1_thread"], j[w "_all_threads"], r[w "_R"] / j[w "_all_threads"]
		printf "%s, processor: R %.2f s; Java %.2f s on 1 thread, ratio %.1f\n", w, r[w "_R_cpu"], j[w "_1_thread_cpu"], \
			r[w "_R_cpu"] / j[w "_1_thread_cpu"]
	}
}' "$folder/r.txt" "$folder/java.txt"

#!/usr/bin/env bash
# Builds and runs the benchmarks, ours and the peers' in turn, and prints one line a workload and peer:
#   ratio WORKLOAD PEER VALUE LOW HIGH      the peer's processor time over ours, 95 % interval
#   time WORKLOAD borderline VALUE ns       ours, processor time for one event, draw or step
#   benchmarks/run.sh quick                 HOLD at 1e3, 1e5, 1e6; M/M/1; call-arrest-release: under 5 minutes
#   benchmarks/run.sh full                  every law, size, cancellations, draws, whole model: about 20 minutes
#   benchmarks/run.sh compare A.json B.json two results files with Mann-Whitney, e.g. benchmarks/baseline.json
# Results go to benchmarks/target/quick.json or full.json, JMH's log beside them.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
mode="${1:-quick}"

build() {
    (cd "$here/.." && mvn -q -B -Dquick -DskipTests -pl benchmarks -am package \
        dependency:copy-dependencies -DoutputDirectory=target/lib -DincludeScope=runtime) >&2
}

classpath="$here/target/quick/classes:$here/target/lib/*"
case "$mode" in
    quick | full)
        build
        results="$here/target/$mode.json"
        java -cp "$classpath" dev.borderline.benchmarks.BenchmarkRun "$mode" "$results"
        echo "results in $results" >&2
        ;;
    compare)
        build
        java -cp "$classpath" dev.borderline.benchmarks.Compare "$2" "$3"
        ;;
    *)
        sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac

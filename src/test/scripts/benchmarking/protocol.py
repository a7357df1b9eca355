"""How a program is timed in its own process: a line of words for each task on stdin, a line of JSON on stdout.

Words, with tabs between: "extract" or "maps", image, mask, label, parameter file, families (by comma, or "all"), runs.
The image is read before the clock starts. Called with --once and such words as arguments, a worker reads the image too,
prints the values and ends: what a process costs from its start to its first result is measured from outside.
"""
import json
import math
import os
import sys
import time

MOST_SECONDS = 20


def limit_threads(threads):
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
                 "PICTOLOGICS_NUM_THREADS", "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS"):
        os.environ[name] = str(threads)


def timed(work, runs):
    """Median and least seconds and mean CPU seconds of a run, after a first one, and what the runs gave."""
    walls, used = [], []
    values = {}
    for run in range(runs + 1):
        start, begun = time.perf_counter(), time.process_time()
        values = work()
        walls.append(time.perf_counter() - start)
        used.append(time.process_time() - begun)
        if sum(walls) > MOST_SECONDS:
            break
    if len(walls) > 1:
        walls, used = walls[1:], used[1:]
    return {"seconds": sorted(walls)[len(walls) // 2], "least": min(walls), "cpu": sum(used) / len(used), "runs": len(walls),
            "values": {k: float(v) for k, v in values.items() if math.isfinite(float(v))}}


def serve(task, version, prepare=None):
    """
    Answers tasks until stdin ends.

    :param task: of kind, image, mask, label, parameter file, families: the work to time, a dict of values or {}
    :param version: of the program
    :param prepare: for the line "prepare": of its other words, a dict
    """
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print, from C or Java too, must not get among the answers
    if "--once" in sys.argv:
        words = sys.argv[sys.argv.index("--once") + 1:]
        print(len(task(words[0], words[1], words[2], int(words[3]), words[4], words[5])()), file=out, flush=True)
        return
    for line in sys.stdin:
        words = line.rstrip("\n").split("\t")
        if words[0] == "version":
            answer = {"version": version}
        elif words[0] == "prepare":
            answer = prepare(words[1:])
        else:
            try:
                answer = timed(task(words[0], words[1], words[2], int(words[3]), words[4], words[5]), int(words[6]))
            except Exception as failure:  # a program that can't do a case is a row of the table too
                answer = {"failure": "%s: %s" % (type(failure).__name__, failure)}
        print(json.dumps(answer), file=out, flush=True)

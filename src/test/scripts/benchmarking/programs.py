"""Starts the programs that are compared, and measures whole processes from outside."""
import glob
import json
import os
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.abspath(os.path.join(HERE, "..", "..", "..", ".."))
BENCHMARK = "io.github.radiomicsnomogram.extract.Benchmark"
OURS = "this software"
INSTALL = {
    "pyradiomics": 'pip install pyradiomics==3.1.0 "numpy<2" SimpleITK (Python 3.9; later ones have to build it)',
    "pictologics": "pip install pictologics (Python 3.12)",
    "flash": "pip install numpy h5py SimpleITK pykwalify PyWavelets scipy scikit-image scikit-learn trimesh flash-radiomics",
    "fastrad": "pip install torch numpy SimpleITK scipy pydicom nibabel pandas loguru requests matplotlib seaborn && pip install --no-deps fastrad (Python 3.12)",
    "radiomicsj": "pip install radiomicsj (needs Java too)",
}
TITLES = {"pyradiomics": "PyRadiomics", "flash": "flash-radiomics", "radiomicsj": "RadiomicsJ"}


def title(name):
    return TITLES.get(name, name)


def classpath():
    """Test classes, and the built project with what it needs."""
    listed = os.path.join(PROJECT, "target", "classpath.txt")
    if os.path.exists(listed):
        with open(listed) as file:
            libraries = [os.path.join(PROJECT, "target", "classes"), file.read().strip()]
    else:
        libraries = [cli_jar()]
    return os.pathsep.join([os.path.join(PROJECT, "target", "test-classes")] + libraries)


def cli_jar():
    jars = glob.glob(os.path.join(PROJECT, "target", "Radiomics_Nomogram-*-cli.jar"))
    if not jars:
        raise SystemExit("There is no target/Radiomics_Nomogram-*-cli.jar: run mvn package first.")
    return jars[0]


def launcher(folder):
    """The command line's launcher, whose archive of loaded classes is there, as after its first run."""
    command = os.path.join(PROJECT, "target", "radiomics-nomogram")
    cache = os.environ.setdefault("RADIOMICS_NOMOGRAM_CACHE", os.path.join(os.path.abspath(folder), "cache"))
    if not glob.glob(os.path.join(cache, "*.jsa")):
        subprocess.run([command, "--version"], check=True, stdout=subprocess.DEVNULL)
        for _ in range(120):
            time.sleep(1)
            if any(os.path.getsize(f) for f in glob.glob(os.path.join(cache, "*.jsa"))):
                break
    return command


def environment(threads):
    return dict(os.environ, BENCHMARK_THREADS=str(threads), PYTHONWARNINGS="ignore")


def worker(python, name):
    return [python, os.path.join(HERE, "worker_%s.py" % name)]


def java(threads):
    """Java with as many processors as threads, so that its compiler and collector don't get more either."""
    return ["java", "-XX:ActiveProcessorCount=%d" % threads]


class Program:
    """A process that answers lines with lines of JSON."""

    def __init__(self, command, threads=1):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        universal_newlines=True, env=environment(threads))

    def ask(self, *words):
        answer = ""
        try:
            self.process.stdin.write("\t".join(str(w) for w in words) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            pass
        return json.loads(answer) if answer else {"failure": "the process ended"}

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def start(name, python, threads):
    """The process that times a program, and what it says of itself; None if it isn't installed."""
    command = java(threads) + ["-cp", classpath(), BENCHMARK, str(threads)] if name == OURS else worker(python, name)
    program = Program(command, threads)
    answer = program.ask("version")
    return (program, answer) if "version" in answer else (None, {})


def whole(command, threads):
    """Seconds on the clock and of the processors, and the peak of memory in MB, of a process from start to end."""
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment(threads))
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = status
        if status:
            errors.seek(0)
            return {"failure": errors.read().decode(errors="replace")[-300:]}
    return {"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}


def stages(voxels):
    """CPU seconds of each stage of this software, and the machine's limits."""
    command = java(1) + ["-Xmx4g", "-cp", classpath(), "io.github.radiomicsnomogram.extract.StageTimes", str(voxels)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout)


def once(name, python, threads, case, parameters, folder):
    """A whole process of a program: this software's command line; the others' as a script that does the same."""
    if name == OURS:
        command = [launcher(folder), "extract", "--image", case["image"], "--mask", case["mask"], "--threads", str(threads),
                   "--out", os.path.join(folder, "features.csv")]
    else:
        command = worker(python, name) + ["--once", "extract", case["image"], case["mask"], "1", parameters, "all"]
    return whole(command, threads)
